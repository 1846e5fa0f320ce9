package dev.primegate.broker.clearstreet;

import dev.primegate.broker.Purpose;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.Courier;
import dev.primegate.broker.kit.Line;
import dev.primegate.broker.kit.Pass;
import dev.primegate.broker.kit.TokenCourier;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Makes the calls, each with a token. */
@Singleton
class ClearStreetCalls {
    private static final int PAGE = 2_000;
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);

    private final ClearStreetApi api;
    private final ClearStreetSignOn signOn;
    private final TokenCourier courier;
    private final Line line;

    ClearStreetCalls(
            ClearStreetApi api,
            ClearStreetSignOn signOn,
            ClearStreetTokens tokens,
            Courier courier,
            ClearStreetConfig config) {
        this.api = api;
        this.signOn = signOn;
        ClearStreetConfig.Rate rate = config.rate();
        this.line =
                new Line(
                        ClearStreetMapping.BROKER,
                        new RateLimit(rate.tier(), rate.perSecond(), rate.burst()),
                        LEAST_PAUSE);
        this.courier = new TokenCourier(courier, tokens.shared(), line);
    }

    /** How often it may be called. */
    RateLimit rate() {
        return line.rate();
    }

    Pass pass() {
        return courier.pass();
    }

    /** Sends an order; once. The caller has its place in the rate budget. */
    Answer createOrder(Pass.Open pass, String body) {
        return courier.once(pass, bearer -> api.createOrder(account(), bearer, bytes(body)));
    }

    /** Sends many; once. */
    Answer createOrders(Pass.Open pass, String body) {
        return courier.once(pass, bearer -> api.createOrders(account(), bearer, bytes(body)));
    }

    Answer cancelOrder(String order) {
        return again(
                Purpose.CANCEL, (own, bearer) -> api.cancelOrder(own.account(), order, bearer));
    }

    Answer cancelOrders(@Nullable String symbol) {
        return again(
                Purpose.CANCEL, (own, bearer) -> api.cancelOrders(own.account(), bearer, symbol));
    }

    Answer order(String order) {
        return get((own, bearer) -> api.order(own.account(), order, bearer));
    }

    Answer orders(@Nullable String token) {
        return get((own, bearer) -> api.orders(own.account(), bearer, PAGE, token));
    }

    Answer trades(@Nullable String token) {
        return get((own, bearer) -> api.trades(own.account(), bearer, PAGE, token));
    }

    Answer positions(@Nullable String token) {
        return get((own, bearer) -> api.positions(own.account(), bearer, PAGE, token));
    }

    Answer holdings() {
        return get((own, bearer) -> api.holdings(own.account(), bearer));
    }

    Answer regTMargin() {
        return get((own, bearer) -> api.regTMargin(own.entity(), bearer));
    }

    Answer portfolioMargin() {
        return get((own, bearer) -> api.portfolioMargin(own.entity(), bearer));
    }

    Answer instrument(String symbol) {
        return get((own, bearer) -> api.instrument(symbol, bearer));
    }

    /** Asks for stock; once, since asked twice it would be found and paid for twice. */
    Answer locate(Pass.Open pass, String body) {
        return courier.once(pass, bearer -> api.locate(account(), bearer, bytes(body)));
    }

    Answer locateOrder(String id) {
        return get((own, bearer) -> api.locate(own.account(), id, bearer));
    }

    Answer replyToLocate(String id, String body) {
        return again(
                Purpose.READ,
                (own, bearer) -> api.replyToLocate(own.account(), id, bearer, bytes(body)));
    }

    String account() {
        return signOn.key().account();
    }

    private Answer get(BiFunction<ClearStreetKey, String, Response> call) {
        return again(Purpose.READ, call);
    }

    private Answer again(Purpose purpose, BiFunction<ClearStreetKey, String, Response> call) {
        return courier.patiently(purpose, bearer -> call.apply(signOn.key(), bearer));
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
