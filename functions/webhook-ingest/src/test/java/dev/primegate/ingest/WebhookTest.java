package dev.primegate.ingest;

import static dev.primegate.testkit.Requests.FUND;
import static dev.primegate.testkit.Requests.MAIN;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.broker.NewsInbox;
import dev.primegate.ledger.Ledger;
import dev.primegate.money.Quantity;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.testkit.Requests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(IngestAws.class)
class WebhookTest {
    private static final String PRESENT = IngestAws.PRESENT;
    private static final String NEXT = IngestAws.NEXT;
    private static int orders;

    @Inject OrderBook book;
    @Inject OrderQuery query;
    @Inject NewsInbox inbox;
    @Inject Ledger ledger;
    @Inject Clock clock;

    private NewOrder order = Requests.buy("none", "1");

    @BeforeEach
    void admitAnOrder() {
        order = Requests.buy("webhook-" + orders++, "1");
        book.admit(Requests.intent(order, "owner" + orders, Requests.wide(), clock.instant()));
    }

    @Test
    @Proves("G12")
    void aGoodSignatureBooksTheExecution() throws Exception {
        assertThat(post(PRESENT, "m-good", now(), executed("f-good", "0.4"))).isEqualTo(200);

        assertThat(found().status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(found().cumQty()).isEqualTo(Quantity.of("0.4"));
        assertThat(query.history(order.id()).getLast().facts().get("traceId"))
                .as("the trace of the request that brought it")
                .matches("[0-9a-f]{32}");
    }

    @Test
    @Proves({"G12", "X37"})
    void theNextKeyOfARotationIsGoodToo() throws Exception {
        assertThat(post(NEXT, "m-next", now(), executed("f-next", "0.4"))).isEqualTo(200);

        assertThat(found().cumQty()).isEqualTo(Quantity.of("0.4"));
    }

    @Test
    @Proves("G12")
    void aReplayIsIgnored() throws Exception {
        String body = executed("f-replay", "0.4");
        post(PRESENT, "m-replay", now(), body);
        int entries = query.history(order.id()).size();

        assertThat(post(PRESENT, "m-replay", now(), body)).isEqualTo(200);
        assertThat(post(PRESENT, "m-replay-2", now(), body)).isEqualTo(200);

        assertThat(query.history(order.id())).hasSize(entries);
        assertThat(found().cumQty()).isEqualTo(Quantity.of("0.4"));
    }

    @Test
    @Proves("G12")
    void aChangedBodyAnotherKeyOrNoSignatureIsRefusedAndBooksNothing() throws Exception {
        String body = executed("f-bad", "0.4");
        long now = now();
        String good = new Webhook(PRESENT).sign("m-bad", now, body);

        assertThat(send("m-bad", "" + now, good, body.replace("0.4", "0.5"))).isEqualTo(401);
        assertThat(send("m-other", "" + now, good, body)).isEqualTo(401);
        assertThat(send("m-bad", "" + (now + 1), good, body)).isEqualTo(401);
        assertThat(send("m-bad", "" + now, good.toUpperCase(Locale.ROOT), body)).isEqualTo(401);
        assertThat(post("whsec_c29tZWJvZHktZWxzZXMta2V5ISEhISEh", "m-bad", now, body))
                .isEqualTo(401);
        assertThat(given().body(body).post("/v1/webhooks/coinbase-prime").statusCode())
                .isEqualTo(401);

        assertThat(found().status()).isEqualTo(OrderStatus.PENDING_NEW);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 45, 3600})
    @Proves("G12")
    void aStaleOrFutureTimestampIsRefused(long offset) throws Exception {
        String body = executed("f-stale", "0.4");

        assertThat(post(PRESENT, "m-stale" + offset, now() + offset, body)).isEqualTo(401);
        assertThat(found().status()).isEqualTo(OrderStatus.PENDING_NEW);
    }

    @Test
    @Proves("G10")
    void whatCannotBeReadIsQuarantinedAndAcknowledged() throws Exception {
        String body =
                """
                {"type":"order.reported","timestamp":"2026-11-02T10:00:00Z",
                 "data":{"orderId":"%s","brokerOrderId":"b-%s","ordStatus":"GROOVY"}}
                """
                        .formatted(order.id(), order.id());

        assertThat(post(PRESENT, "m-odd", now(), body)).isEqualTo(200);
        assertThat(post(PRESENT, "m-odder", now(), "not json")).isEqualTo(200);

        assertThat(found().status()).isEqualTo(OrderStatus.PENDING_NEW);
    }

    @Test
    void newsOfAnUnknownOrderWaits() throws Exception {
        String body =
                executed("f-early", "0.4")
                        .replace("\"orderId\":\"" + order.id() + "\",", "")
                        .replace("b-" + order.id(), "b-nobody");

        assertThat(post(PRESENT, "m-early", now(), body)).isEqualTo(200);

        assertThat(inbox.parked(Requests.BROKER))
                .anyMatch(p -> p.news().brokerOrderId().text().equals("b-nobody"));
        assertThat(ledger.positions(FUND, MAIN)).isNotNull();
    }

    @Test
    void aSenderThatIsNotConfiguredIsNotFound() {
        assertThat(given().body("{}").post("/v1/webhooks/nobody").statusCode()).isEqualTo(404);
        assertThat(given().body("{}").post("/v1/webhooks/..%2Fetc").statusCode()).isEqualTo(404);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithoutAnyWork() {
        assertThat(
                        given().body("x".repeat((256 << 10) + 1))
                                .post("/v1/webhooks/coinbase-prime")
                                .statusCode())
                .isEqualTo(413);
    }

    /** Ten megabytes of nothing in ten kilobytes; inflated it would pass no limit. */
    @Test
    void aCompressedBodyIsNeverInflated() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[10 << 20]);
        }

        assertThat(
                        given().header("Content-Encoding", "gzip")
                                .body(bomb.toByteArray())
                                .post("/v1/webhooks/coinbase-prime")
                                .statusCode())
                .isEqualTo(415);
    }

    @Test
    void theScheduleOfTheFeedsCannotBeCalledThroughTheGateway() {
        assertThat(
                        given().header("X-Forwarded-For", "192.0.2.1")
                                .post("/internal/feeds")
                                .statusCode())
                .isEqualTo(404);
    }

    private Order found() {
        return query.find(order.id()).orElseThrow();
    }

    private String executed(String execId, String quantity) {
        return """
        {"type":"order.executed","timestamp":"2026-11-02T10:00:00Z",
         "data":{"orderId":"%s","brokerOrderId":"b-%s","execId":"%s","symbol":"BTC/USD",
                 "side":"BUY","lastQty":"%s","lastPx":"100","fee":"0.02",
                 "feeCurrency":"USD","transactTime":"2026-11-02T10:00:00Z"}}
        """
                .formatted(order.id(), order.id(), execId, quantity);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static int post(String key, String id, long timestamp, String body) throws Exception {
        return send(id, "" + timestamp, new Webhook(key).sign(id, timestamp, body), body);
    }

    private static int send(String id, String timestamp, String signature, String body) {
        RequestSpecification request =
                given().contentType("application/json")
                        .header("webhook-id", id)
                        .header("webhook-timestamp", timestamp)
                        .header("webhook-signature", signature);
        return request.body(body).post("/v1/webhooks/coinbase-prime").statusCode();
    }
}
