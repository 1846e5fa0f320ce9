package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.Purpose;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.Courier;
import dev.primegate.broker.kit.Line;
import dev.primegate.runtime.Secrets;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Signs calls and makes them. */
@Singleton
class PrimeCalls {
    private static final int PAGE = 1_000;

    /**
     * After a 429, of the whole address: <a
     * href="https://docs.cdp.coinbase.com/prime/introduction/rate-limits">Prime's rule</a>.
     */
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(30);

    private final PrimeApi api;
    private final PrimeConfig config;
    private final Secrets secrets;
    private final Clock clock;
    private final Courier courier;
    private final Line line;

    PrimeCalls(
            @RestClient PrimeApi api,
            PrimeConfig config,
            Secrets secrets,
            Clock clock,
            Courier courier) {
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

    /** The headers of {@code POST .../order} with this body; no call is made. */
    Map<String, String> signOrder(Instant now, String body) {
        PrimeKey key = key();
        return new PrimeSigner(key).headers(now, "POST", path(key, "/order"), body);
    }

    /** Sends the bytes that were signed; once. */
    Answer createOrder(Map<String, String> headers, String body) {
        String portfolio = key().portfolioId();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return courier.once(line, () -> api.createOrder(portfolio, new Signed(headers), bytes));
    }

    Answer cancelOrder(String order) {
        PrimeKey key = key();
        String path = path(key, "/orders/" + order + "/cancel");
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        return courier.patiently(
                line,
                Purpose.CANCEL,
                () ->
                        api.cancelOrder(
                                key.portfolioId(), order, sign(key, "POST", path, "{}"), body));
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

    Answer balances() {
        return get(
                "/balances", call -> api.balances(call.portfolio, call.signed, "TRADING_BALANCES"));
    }

    Answer products(int limit, @Nullable String cursor) {
        return get("/products", call -> api.products(call.portfolio, call.signed, limit, cursor));
    }

    /** Of the entity that the key belongs to. */
    Answer crossMargin(String entity) {
        String path = "/v1/entities/" + entity + "/cross_margin";
        return courier.patiently(
                line, Purpose.READ, () -> api.crossMargin(entity, sign(key(), "GET", path, "")));
    }

    PrimeKey key() {
        return PrimeKey.of(secrets.get(config.secret()));
    }

    private Answer get(String path, Function<Call, Response> call) {
        PrimeKey key = key();
        return courier.patiently(
                line,
                Purpose.READ,
                () ->
                        call.apply(
                                new Call(
                                        key.portfolioId(), sign(key, "GET", path(key, path), ""))));
    }

    /** Now: a call that is made again must be signed again. */
    private Signed sign(PrimeKey key, String method, String path, String body) {
        return new Signed(new PrimeSigner(key).headers(clock.instant(), method, path, body));
    }

    private static String path(PrimeKey key, String path) {
        return "/v1/portfolios/" + key.portfolioId() + path;
    }

    private record Call(String portfolio, Signed signed) {}
}
