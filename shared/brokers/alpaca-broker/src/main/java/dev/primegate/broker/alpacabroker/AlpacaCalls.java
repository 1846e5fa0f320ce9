package dev.primegate.broker.alpacabroker;

import dev.primegate.broker.Purpose;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.Courier;
import dev.primegate.broker.kit.Line;
import dev.primegate.broker.kit.Pass;
import dev.primegate.broker.kit.TokenCourier;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Makes the calls, each with a token. */
@Singleton
class AlpacaCalls {
    /** Its windows are a minute long; when one is spent, a second does not help. */
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(5);

    private final AlpacaApi api;
    private final AlpacaSignOn signOn;
    private final TokenCourier courier;
    private final Line line;

    AlpacaCalls(
            AlpacaApi api,
            AlpacaSignOn signOn,
            AlpacaTokens tokens,
            Courier courier,
            AlpacaConfig config) {
        this.api = api;
        this.signOn = signOn;
        AlpacaConfig.Rate rate = config.rate();
        this.line =
                new Line(
                        AlpacaMapping.BROKER,
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

    String account() {
        return signOn.key().account();
    }

    /** Sends an order; once. The caller has its place in the rate budget. */
    Answer createOrder(Pass.Open pass, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return courier.once(pass, bearer -> api.createOrder(account(), bearer, bytes));
    }

    Answer cancelOrder(String order) {
        return courier.patiently(
                Purpose.CANCEL, bearer -> api.cancelOrder(account(), order, bearer));
    }

    Answer order(String order) {
        return courier.patiently(Purpose.READ, bearer -> api.order(account(), order, bearer));
    }

    Answer orderByClientId(String clientOrderId) {
        return courier.patiently(
                Purpose.READ, bearer -> api.orderByClientId(account(), bearer, clientOrderId));
    }

    /** Orders of every status that were submitted after {@code after}, oldest first. */
    Answer orders(String after, int limit) {
        return courier.patiently(
                Purpose.READ, bearer -> api.orders(account(), bearer, "all", after, "asc", limit));
    }

    Answer positions() {
        return courier.patiently(Purpose.READ, bearer -> api.positions(account(), bearer));
    }

    Answer tradingAccount() {
        return courier.patiently(Purpose.READ, bearer -> api.account(account(), bearer));
    }

    Answer clock() {
        return courier.patiently(Purpose.READ, api::clock);
    }

    Answer trades(Ulid since, Ulid until) {
        return courier.patiently(
                Purpose.READ, bearer -> api.trades(bearer, since.text(), until.text()));
    }
}
