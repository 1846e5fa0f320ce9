package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.Purpose;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.Courier;
import dev.primegate.broker.kit.Line;
import dev.primegate.runtime.Secret;
import dev.primegate.runtime.Secrets;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Signs calls and makes them. */
@Singleton
class PrimeCalls {
    static final String ORDER = "/order";
    static final String ACCEPT = "/accept_quote";

    private static final int PAGE = 1_000;

    /**
     * After a 429, of the whole address: <a
     * href="https://docs.cdp.coinbase.com/prime/introduction/rate-limits">Prime's rule</a>.
     */
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(30);

    private static final int UNAUTHORIZED = 401;

    private final PrimeApi api;
    private final PrimeConfig config;
    private final Secrets secrets;
    private final Clock clock;
    private final Courier courier;
    private final Line line;

    PrimeCalls(PrimeApi api, PrimeConfig config, Secrets secrets, Clock clock, Courier courier) {
        this.api = api;
        this.config = config;
        this.secrets = secrets;
        this.clock = clock;
        this.courier = courier;
        PrimeConfig.Rate rate = config.rate();
        this.line =
                new Line(
                        PrimeMapping.BROKER,
                        new RateLimit(rate.tier(), rate.perSecond(), rate.burst()),
                        LEAST_PAUSE);
    }

    /** How often Prime may be called. */
    RateLimit rate() {
        return line.rate();
    }

    /** The headers of a {@code POST} to {@code path} with this body; no call is made. */
    Map<String, String> signOrder(Instant now, String path, String body) {
        PrimeKey key = key();
        return new PrimeSigner(key).headers(now, "POST", path(key, path), body);
    }

    /**
     * Sends the bytes that were signed; once. If the key is refused, the next order has a new one.
     */
    Answer createOrder(Map<String, String> headers, String body) {
        return once(headers, body, api::createOrder);
    }

    /** As above, for an order that takes a quote. */
    Answer acceptQuote(Map<String, String> headers, String body) {
        return once(headers, body, api::acceptQuote);
    }

    Answer cancelOrder(String order) {
        return patiently(
                Purpose.CANCEL,
                key -> {
                    String path = path(key, "/orders/" + order + "/cancel");
                    return api.cancelOrder(key.portfolioId(), order, sign(key, "POST", path, ""));
                });
    }

    Answer order(String order) {
        return get("/orders/" + order, call -> api.order(call.portfolio, order, call.signed));
    }

    Answer openOrders() {
        return get("/open_orders", call -> api.openOrders(call.portfolio, call.signed));
    }

    Answer orders(Instant from, @Nullable String cursor) {
        return get(
                "/orders",
                call ->
                        api.orders(
                                call.portfolio, call.signed, from.toString(), "ASC", PAGE, cursor));
    }

    Answer orderFills(String order, @Nullable String cursor) {
        return get(
                "/orders/" + order + "/fills",
                call -> api.orderFills(call.portfolio, order, call.signed, "ASC", PAGE, cursor));
    }

    Answer fills(Instant from, @Nullable String cursor) {
        return get(
                "/fills",
                call ->
                        api.fills(
                                call.portfolio, call.signed, from.toString(), "ASC", PAGE, cursor));
    }

    Answer balances(String type) {
        return get("/balances", call -> api.balances(call.portfolio, call.signed, type));
    }

    Answer products(int limit, @Nullable String cursor) {
        return get("/products", call -> api.products(call.portfolio, call.signed, limit, cursor));
    }

    /** Any other signed read; {@code path} is all of it, without the query. */
    Answer read(Function<PrimeKey, String> path, BiFunction<PrimeKey, Signed, Response> call) {
        return patiently(
                Purpose.READ, key -> call.apply(key, sign(key, "GET", path.apply(key), "")));
    }

    /** Any other signed call with a body that trades nothing; made once. */
    Answer ask(String path, String body, BiFunction<PrimeKey, Signed, Response> call) {
        PrimeKey key = key();
        return courier.once(line, () -> call.apply(key, sign(key, "POST", path(key, path), body)));
    }

    PrimeKey key() {
        return PrimeKey.of(secrets.get(config.secret()));
    }

    private Answer once(Map<String, String> headers, String body, Post post) {
        Secret secret = secrets.get(config.secret());
        String portfolio = PrimeKey.of(secret).portfolioId();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Answer answer = courier.once(line, () -> post.send(portfolio, new Signed(headers), bytes));
        if (isOfTheKey(answer)) {
            var _ = secrets.renewed(config.secret(), secret);
        }
        return answer;
    }

    private Answer get(String path, Function<Call, Response> call) {
        return read(
                key -> path(key, path),
                (key, signed) -> call.apply(new Call(key.portfolioId(), signed)));
    }

    /**
     * A refused key may have been replaced a moment ago: then the call is made with the new one.
     */
    private Answer patiently(Purpose purpose, Function<PrimeKey, Response> call) {
        Secret secret = secrets.get(config.secret());
        Answer answer = patiently(purpose, PrimeKey.of(secret), call);
        return isOfTheKey(answer)
                ? secrets.renewed(config.secret(), secret)
                        .map(renewed -> patiently(purpose, PrimeKey.of(renewed), call))
                        .orElse(answer)
                : answer;
    }

    private Answer patiently(Purpose purpose, PrimeKey key, Function<PrimeKey, Response> call) {
        return courier.patiently(line, purpose, () -> call.apply(key));
    }

    private static boolean isOfTheKey(Answer answer) {
        return answer instanceof Answer.Whole whole && whole.status() == UNAUTHORIZED;
    }

    /** Now: a call that is made again must be signed again. */
    private Signed sign(PrimeKey key, String method, String path, String body) {
        return new Signed(new PrimeSigner(key).headers(clock.instant(), method, path, body));
    }

    static String path(PrimeKey key, String path) {
        return "/v1/portfolios/" + key.portfolioId() + path;
    }

    private record Call(String portfolio, Signed signed) {}

    /** A call that makes an order. */
    private interface Post {
        Response send(String portfolio, Signed signed, byte[] body);
    }
}
