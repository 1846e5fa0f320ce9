package dev.primegate.broker.falconx;

import dev.primegate.broker.Purpose;
import dev.primegate.broker.RateLimit;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.Courier;
import dev.primegate.broker.kit.Line;
import dev.primegate.order.NewOrder;
import dev.primegate.runtime.Secrets;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Function;

/** Signs calls and makes them. */
@Singleton
class FalconXCalls {
    /** After a 429: it says nothing of how long, so a second is given away. */
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");

    private final FalconXApi api;
    private final FalconXConfig config;
    private final Secrets secrets;
    private final Clock clock;
    private final Courier courier;
    private final Line line;

    FalconXCalls(
            FalconXApi api, FalconXConfig config, Secrets secrets, Clock clock, Courier courier) {
        this.api = api;
        this.config = config;
        this.secrets = secrets;
        this.clock = clock;
        this.courier = courier;
        FalconXConfig.Rate rate = config.rate();
        this.line =
                new Line(
                        FalconXMapping.BROKER,
                        new RateLimit(rate.tier(), rate.perSecond(), rate.burst()),
                        LEAST_PAUSE);
    }

    /** How often FalconX may be called. */
    RateLimit rate() {
        return line.rate();
    }

    /** By which version an account trades. */
    FalconXVersion version(String tenant, String account) {
        boolean old =
                config.v1Accounts().filter(all -> all.contains(tenant + "/" + account)).isPresent();
        return old ? FalconXVersion.V1 : FalconXVersion.V3;
    }

    /** The headers of the call that sends {@code order} with this body; no call is made. */
    Map<String, String> sign(NewOrder order, Instant now, String body) {
        return new FalconXSigner(key()).headers(now, "POST", "/" + target(order), body);
    }

    /** Sends the bytes that were signed; once. */
    Answer send(NewOrder order, Map<String, String> headers, String body) {
        String version = version(order).path();
        byte[] bytes = bytes(body);
        return courier.once(
                line,
                () ->
                        order.terms().quote().isPresent()
                                ? api.execute(version, new Signed(headers), bytes)
                                : api.order(version, new Signed(headers), bytes));
    }

    /** Asks for a quote; once, since by then the market has moved. */
    Answer quote(FalconXVersion version, String body) {
        String path = "/%s/quotes".formatted(version.path());
        return courier.once(
                line,
                () -> api.quote(version.path(), sign(key(), "POST", path, body), bytes(body)));
    }

    Answer quote(String id) {
        return get("/v1/quotes/" + id, signed -> api.quote(id, signed));
    }

    Answer quoteByUuid(String uuid) {
        return get("/v1/quotes/client_order_uuid/" + uuid, signed -> api.quoteByUuid(uuid, signed));
    }

    Answer executed(Instant from, Instant to) {
        String start = encoded(from);
        String end = encoded(to);
        return get(
                "/v1/quotes?t_start=%s&t_end=%s".formatted(start, end),
                signed -> api.executed(signed, start, end));
    }

    Answer balances() {
        return get("/v1/balances", api::balances);
    }

    Answer rateLimit() {
        return get("/v1/rate_limit", api::rateLimit);
    }

    FalconXKey key() {
        return FalconXKey.of(secrets.get(config.secret()));
    }

    private Answer get(String target, Function<Signed, Response> call) {
        FalconXKey key = key();
        return courier.patiently(
                line, Purpose.READ, () -> call.apply(sign(key, "GET", target, "")));
    }

    /** Now: a call that is made again must be signed again. */
    private Signed sign(FalconXKey key, String method, String target, String body) {
        return new Signed(new FalconXSigner(key).headers(clock.instant(), method, target, body));
    }

    private String target(NewOrder order) {
        return version(order).path()
                + (order.terms().quote().isPresent() ? "/quotes/execute" : "/order");
    }

    private FalconXVersion version(NewOrder order) {
        return version(order.tenant().name(), order.account().name());
    }

    /** As it goes over the wire, and as it is signed. */
    private static String encoded(Instant time) {
        return URLEncoder.encode(
                TIME.format(time.atOffset(ZoneOffset.UTC)), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
