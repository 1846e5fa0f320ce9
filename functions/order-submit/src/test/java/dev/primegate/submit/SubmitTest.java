package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.broker.SendOutcome;
import dev.primegate.embedded.AwsForTests;
import dev.primegate.instrument.Symbol;
import dev.primegate.order.Account;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Side;
import dev.primegate.order.Tenant;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Halts;
import dev.primegate.risk.Ramp;
import dev.primegate.risk.References;
import dev.primegate.testkit.Requests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class SubmitTest {
    @Inject PaperBroker broker;
    @Inject TestCallers callers;
    @Inject Halts halts;
    @Inject OrderBook book;
    @Inject Ramp ramp;
    @Inject References references;
    @Inject OrderQuery query;
    @Inject SubmitOrder submitOrder;
    @Inject Clock clock;

    @Test
    @Proves("A8")
    void anOrderTheBrokerReceivesIsCreated() {
        post(order("created").build())
                .statusCode(201)
                .header("Location", endsWith("/v1/orders/" + id("created")))
                .body("orderId", equalTo(id("created")))
                .body("clOrdId", equalTo("created"))
                .body("symbol", equalTo("BTC-USD"))
                .body("side", equalTo("BUY"))
                .body("ordType", equalTo("LIMIT"))
                .body("timeInForce", equalTo("GTC"))
                .body("orderQty", equalTo("0.01"))
                .body("price", equalTo("60000"))
                .body("ordStatus", equalTo("PENDING_NEW"))
                .body("cumQty", equalTo("0"))
                .body("leavesQty", equalTo("0.01"))
                .body("avgPx", nullValue())
                .body("broker", equalTo("paper"))
                .body("brokerOrderId", equalTo("p-" + id("created")))
                .body("transactTime", notNullValue())
                .body("lastUpdateTime", notNullValue());
    }

    @Test
    @Proves({"X5", "X6"})
    void aRepeatWithTheSameMeaningIsReplayedAndNothingIsSent() {
        post(order("twice").build()).statusCode(201);

        post("""
        {"trader":"jane","desk":"delta","timeInForce":"GTC","ordType":"LIMIT",
         "price":"60000.00","orderQty":"0.0100000000","side":"BUY","symbol":"BTC/USD",
         "clOrdId":"twice","account":"main"}
        """)
                .statusCode(200)
                .header("Idempotent-Replayed", "true")
                .header("Location", endsWith(id("twice")))
                .body("orderId", equalTo(id("twice")));

        assertThat(broker.sentOf(id("twice"))).isEqualTo(1);
    }

    @Test
    void aRepeatOutranksHaltsAndLimits() {
        post(order("before-halt").build()).statusCode(201);
        halts.halt(Halt.of(HaltScope.ALL, "test", "test"));
        try {
            post(order("before-halt").build()).statusCode(200);
            post(order("in-halt").build())
                    .statusCode(423)
                    .contentType("application/problem+json")
                    .body("type", equalTo("https://primegate.dev/problems/trading-halted"))
                    .body("detail", equalTo("trading is halted: all"));
        } finally {
            halts.resume(HaltScope.ALL, "jane", "test");
            halts.resume(HaltScope.ALL, "joe", "test");
        }
        assertThat(broker.sentOf(id("in-halt"))).isZero();
    }

    @Test
    @Proves("X7")
    void theSameIdentityWithAnotherMeaningIsRefused() {
        post(order("meaning").build()).statusCode(201);

        post(order("meaning").with("orderQty", "0.02").build())
                .statusCode(422)
                .body("code", equalTo("client-order-id-reused"))
                .body("orderId", equalTo(id("meaning")));

        assertThat(broker.sentOf(id("meaning"))).isEqualTo(1);
    }

    @Test
    @Proves("X6")
    void ofManyIdenticalSubmitsAtOnceOneIsSent() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(12)) {
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                calls.add(() -> post(order("storm").build()).extract().statusCode());
            }
            for (Future<Integer> status : pool.invokeAll(calls)) {
                statuses.add(status.get());
            }
        }

        assertThat(broker.sentOf(id("storm"))).isEqualTo(1);
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).allMatch(status -> status == 201 || status == 200 || status == 503);
    }

    @Test
    @Proves({"X1", "X15", "E2"})
    void aLostAnswerIsAcceptedInDoubtAndNeverSentAgain() {
        broker.next(new SendOutcome.Unknown("read timed out"));

        post(order("doubt").build())
                .statusCode(202)
                .header("Location", endsWith(id("doubt")))
                .body("ordStatus", equalTo("UNKNOWN"))
                .body("text", equalTo("read timed out"));

        post(order("doubt").build()).statusCode(200).body("ordStatus", equalTo("UNKNOWN"));
        assertThat(broker.sentOf(id("doubt"))).isEqualTo(1);
    }

    @Test
    void aBrokersRefusalIsAProblemAboutTheOrder() {
        broker.next(new SendOutcome.Refused("insufficient funds"));

        post(order("refused").build())
                .statusCode(422)
                .header("Location", endsWith(id("refused")))
                .body("code", equalTo("broker-rejected"))
                .body("detail", equalTo("insufficient funds"))
                .body("orderId", equalTo(id("refused")));

        get("/v1/orders/" + id("refused")).body("ordStatus", equalTo("REJECTED"));
    }

    @Test
    @Proves("X16")
    void whatWasProvablyNotSentMayBeAskedAgainUnderANewId() {
        broker.next(new SendOutcome.NotSent("ConnectException"));
        post(order("unsent").build())
                .statusCode(503)
                .body("code", equalTo("not-sent"))
                .body("retryable", equalTo(true));

        broker.next(new SendOutcome.Throttled(Optional.of(Duration.ofSeconds(30))));
        post(order("throttled").build())
                .statusCode(503)
                .body(
                        "detail",
                        equalTo(
                                "the broker is too busy, it asks for 30 s; ask again under a new clOrdId"))
                .body("retryable", equalTo(true));

        get("/v1/orders/" + id("unsent")).body("ordStatus", equalTo("NOT_SENT"));
    }

    @Test
    @Proves("C9")
    void whileOurClockIsWrongNothingIsSignedOrWritten() {
        post(order("before-skew").build()).statusCode(201);
        broker.skew(Optional.of(Duration.ofSeconds(31)));
        try {
            post(order("skewed").build())
                    .statusCode(503)
                    .body("code", equalTo("clock-skew"))
                    .body("retryable", equalTo(true));
            post(order("before-skew").build()).statusCode(200);
        } finally {
            broker.skew(Optional.empty());
        }
        assertThat(broker.sentOf(id("skewed"))).isZero();
        get("/v1/orders/" + id("skewed")).statusCode(404);
        post(order("skewed").build()).statusCode(201);
    }

    @Test
    @Proves("X72")
    void anOrderThatCouldNotBeSentInTimeIsNotAdmitted() {
        NewOrder late = Requests.limit("late", Side.BUY, "0.01", "60000");

        assertThat(submitOrder.submit(late, clock.instant().plusSeconds(7)))
                .isInstanceOf(Submission.OutOfTime.class);
        assertThat(query.find(late.id())).isEmpty();
        assertThat(submitOrder.submit(late, clock.instant().plusSeconds(29)))
                .isInstanceOf(Submission.Received.class);
        assertThat(submitOrder.submit(late, clock.instant().plusSeconds(7)))
                .isInstanceOf(Submission.Replayed.class);
        assertThat(broker.sentOf(late.id().text())).isEqualTo(1);
    }

    @Test
    @Proves("J1")
    void anOversizedOrderIsRefusedWithLimitAndActual() {
        post(order("oversized").with("orderQty", "2").build())
                .statusCode(422)
                .body("code", equalTo("max-order-notional"))
                .body("limit", equalTo("100000"))
                .body("actual", equalTo("120000"));

        get("/v1/orders/" + id("oversized")).statusCode(404);
    }

    @Test
    @Proves("A5")
    void whatTheBrokerCannotDoIsRefusedHere() {
        references.publish(new Symbol("ETH-USD"), Requests.price("3000", clock.instant()));
        post(order("stop")
                        .with("symbol", "ETH-USD")
                        .with("ordType", "STOP")
                        .without("price")
                        .with("stopPx", "3100")
                        .withNumber("maxSlippageBps", 50)
                        .build())
                .statusCode(422)
                .body("code", equalTo("unsupported"))
                .body("detail", equalTo("ordType STOP: paper does not tear that way"));
        assertThat(broker.sentOf(id("stop"))).isZero();
    }

    @Test
    @Proves("X34")
    void aMarketOrderWithoutAReferencePriceIsRefused() {
        post(order("market")
                        .with("ordType", "MARKET")
                        .with("timeInForce", "IOC")
                        .without("price")
                        .withNumber("maxSlippageBps", 50)
                        .build())
                .statusCode(422)
                .body("code", equalTo("no-reference-price"));
    }

    @Test
    void theIdempotencyKeyMayStandInForTheClOrdId() {
        String body = order("x").without("clOrdId").build();
        given().contentType("application/json")
                .header("Idempotency-Key", "\"key-1\"")
                .body(body)
                .post("/v1/orders")
                .then()
                .statusCode(201)
                .body("clOrdId", equalTo("key-1"));
        given().contentType("application/json")
                .header("Idempotency-Key", "other")
                .body(order("key-2").build())
                .post("/v1/orders")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("Idempotency-Key"));
    }

    @Test
    @Proves("N1")
    void theHistoryTellsEverythingInOrderAndVerifies() {
        post(order("told").build()).statusCode(201);

        get("/v1/orders/" + id("told") + "/history")
                .statusCode(200)
                .body("chainVerified", equalTo(true))
                .body("entries.event", equalTo(List.of("ADMITTED", "REPORTED")))
                .body("entries[0].facts.'check.max-order-notional'", equalTo("600 of 100000"))
                .body("entries[0].facts.broker", equalTo("paper"))
                .body("entries[1].facts.brokerOrderId", equalTo("p-" + id("told")));
    }

    @Test
    void ordersAreFoundByClOrdIdAndByStatus() {
        post(order("listed").build()).statusCode(201);

        get("/v1/orders?account=main&clOrdId=listed")
                .body("orders.orderId", equalTo(List.of(id("listed"))));
        get("/v1/orders?status=PENDING_NEW").body("orders.clOrdId", hasItem("listed"));
        get("/v1/orders?clOrdId=listed&status=FILLED").body("orders", equalTo(List.of()));
        get("/v1/orders?status=filled").statusCode(400).body("code", equalTo("invalid-parameter"));
        get("/v1/orders?account=other").statusCode(403);
    }

    @Test
    void theMinuteRunIsNotThereForWhoComesThroughTheGateway() {
        given().header("X-Forwarded-For", "192.0.2.1")
                .post("/internal/minute")
                .then()
                .statusCode(404);
        given().post("/internal/minute").then().statusCode(204);
    }

    @Test
    @Proves("H1")
    void theRampIsLiftedByWhoMayInvokeTheFunctionAndByNobodyElse() {
        String lift =
                """
                {"tenant":"fund","account":"ramped","cleanDays":7,"approvedBy":"ann"}\
                """;
        given().contentType("application/json")
                .header("X-Forwarded-For", "192.0.2.1")
                .body(lift)
                .post("/internal/ramp")
                .then()
                .statusCode(404);
        given().contentType("application/json")
                .body(lift.replace("7", "4"))
                .post("/internal/ramp")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-ramp-lift"))
                .body("violations.field", equalTo(List.of("cleanDays")));
        assertThat(ramp.lift(new Tenant("fund"), new Account("ramped"))).isEmpty();

        for (String again : List.of(lift, lift.replace("ann", "bob"))) {
            given().contentType("application/json")
                    .body(again)
                    .post("/internal/ramp")
                    .then()
                    .statusCode(200)
                    .body("cleanDays", equalTo(7))
                    .body("approvedBy", equalTo("ann"));
        }
    }

    @Test
    void aCancelIsAcceptedAndAnEndedOrderHasNone() {
        post(order("cancelled").build()).statusCode(201);

        given().delete("/v1/orders/" + id("cancelled"))
                .then()
                .statusCode(202)
                .body("ordStatus", equalTo("PENDING_CANCEL"));

        book.apply(
                new OrderId(id("cancelled")),
                Requests.reported(OrderStatus.CANCELED, "p-" + id("cancelled")),
                "test");
        given().delete("/v1/orders/" + id("cancelled"))
                .then()
                .statusCode(409)
                .body("code", equalTo("order-ended"));
    }

    @Test
    @Proves("X22")
    void aCancelOfAnOrderInDoubtWaitsForItsFate() {
        broker.next(new SendOutcome.Unknown("reset"));
        post(order("doubt-cancel").build()).statusCode(202);

        given().delete("/v1/orders/" + id("doubt-cancel"))
                .then()
                .statusCode(202)
                .body("ordStatus", equalTo("UNKNOWN"));

        book.apply(
                new OrderId(id("doubt-cancel")),
                new OrderEvent.NeverArrived(Instant.EPOCH, broker.broker(), "test"),
                "test");
        get("/v1/orders/" + id("doubt-cancel")).body("ordStatus", equalTo("NEVER_ARRIVED"));
    }

    @Test
    void whoIsNotKnownMayDoNothing() {
        callers.knowNobody(true);
        try {
            post(order("anon").build()).statusCode(401).body("code", equalTo("unauthorized"));
            get("/v1/orders").statusCode(401);
        } finally {
            callers.knowNobody(false);
        }
    }

    @Test
    void anotherAccountIsForbiddenAndAnotherOrderAbsent() {
        post(order("foreign").with("account", "other").build())
                .statusCode(403)
                .body("code", equalTo("account-forbidden"));
        get("/v1/orders/AAAAAAAAAAAAAAAAAAAAAAAA").statusCode(404);
        get("/v1/orders/..%2f..%2fetc").statusCode(404);
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json").body(body).post("/v1/orders").then();
    }

    private static ValidatableResponse get(String path) {
        return given().get(path).then();
    }

    private static Body order(String clOrdId) {
        return Body.limit(clOrdId);
    }

    private static String id(String clOrdId) {
        return Body.orderId(clOrdId);
    }
}
