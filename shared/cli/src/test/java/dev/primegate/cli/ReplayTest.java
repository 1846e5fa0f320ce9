package dev.primegate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A saved event goes through the door of webhooks, as it came, and what changed is printed. */
class ReplayTest {
    private static final String DOOR = "POST /v1/webhooks/one";
    private static final String ORDERS = "GET /v1/orders?account=main";
    private static final String BODY = "{\"type\":\"order.executed\",  \"data\":{}}";

    /** Of the examples of Standard Webhooks' own libraries. */
    private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final FakeApi api = new FakeApi();

    @TempDir private Path folder = Path.of("replaced");
    private Path event = Path.of("replaced");

    @BeforeEach
    void save() throws IOException {
        event = folder.resolve("event.json");
        Files.writeString(
                event,
                Json.object()
                        .put("broker", "one")
                        .put("body", BODY)
                        .set(
                                "headers",
                                Json.object()
                                        .put("Authorization", "as it came")
                                        .put("Content-Length", "7")
                                        .put("webhook-id", "msg_1"))
                        .toString());
        api.on("GET /v1/executions?account=main&from=2026-11-22T09%3A45%3A00Z", 200, "{}")
                .on("GET /v1/breaks?account=main", 200, "{}")
                .on("GET /v1/breaks?account=main&closed=true", 200, "{}")
                .on("GET /v1/halts", 200, "{}")
                .on("GET /v1/alerts", 200, "{}")
                .on(ORDERS, 200, orders("NEW", "0"));
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void whatChangedIsPrintedAndNothingElse() {
        api.on(ORDERS, 200, orders("FILLED", "1")).on(DOOR, 200, "");

        Typed typed = replay();

        assertThat(typed.status()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("order.changed").contains("FILLED").doesNotContain("NEW");
        assertThat(api.asked())
                .filteredOn(asked -> asked.line().equals(DOOR))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.body()).isEqualTo(BODY);
                    assertThat(asked.token()).isEqualTo("as it came");
                });
    }

    @Test
    void aRepeatSaysThatNothingChanged() {
        api.on(DOOR, 200, "");

        Typed typed = replay();

        assertThat(typed.status()).isZero();
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains("nothing changed");
    }

    @Test
    void aBadSignatureIsRefusedAsTheDoorRefusesIt() {
        api.on(DOOR, 401, "{\"code\":\"bad-signature\",\"title\":\"Bad\",\"detail\":\"no\"}");

        Typed typed = replay();

        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("bad-signature");
    }

    @Test
    void whereMoneyIsRealNothingIsSent() {
        api.only("GET /v1/ops/environment", 200, FakeApi.environment("LIVE")).on(DOOR, 200, "");

        assertThat(replay().status()).isEqualTo(2);
        assertThat(api.lines()).doesNotContain(DOOR);
    }

    @Test
    void aDryRunShowsTheSignatureThatWouldBeSent() {
        Typed typed =
                Typed.in(
                        Map.of("KEY", KEY),
                        api,
                        "replay",
                        event.toString(),
                        "--account",
                        "main",
                        "--key-in",
                        "KEY",
                        "--dry-run");

        assertThat(typed.status()).as(typed.err()).isZero();
        assertThat(typed.out())
                .contains("\"webhook-timestamp\" : \"%d\"".formatted(Typed.NOW.getEpochSecond()))
                .contains("\"webhook-id\" : \"msg_1\"")
                .doesNotContain("as it came");
        assertThat(api.lines()).isEmpty();
    }

    @Test
    void itSignsAsStandardWebhooksDoes() {
        Delivered signed =
                new Delivered(
                                "one",
                                Map.of("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"),
                                "{\"test\": 2432232314}")
                        .signed("whsec_" + KEY, Instant.ofEpochSecond(1_614_265_330));

        assertThat(signed.headers())
                .containsEntry(
                        "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void whatIsNoEventIsRefused() throws IOException {
        Files.writeString(event, "not an event");

        assertThat(replay().status()).isEqualTo(2);
        assertThatThrownBy(() -> Delivered.read(folder.resolve("nowhere")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("nowhere");
    }

    private Typed replay() {
        return Typed.at(api, "replay", event.toString(), "--account", "main");
    }

    private static String orders(String status, String filled) {
        return "{\"orders\":[{\"orderId\":\"O1\",\"ordStatus\":\"%s\",\"cumQty\":\"%s\"}]}"
                .formatted(status, filled);
    }
}
