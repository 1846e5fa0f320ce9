package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.book.OrderBook;
import dev.primegate.broker.SendOutcome;
import dev.primegate.embedded.AwsForTests;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderId;
import dev.primegate.order.Side;
import dev.primegate.risk.References;
import dev.primegate.testkit.Requests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often an order waits for the table: over HTTP, on a real DynamoDB client. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class RoundTripsTest {
    private static final Symbol ETH = new Symbol("ETH-USD");

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Inject RoundTrips roundTrips;
    @Inject TestClock clock;
    @Inject References references;
    @Inject OrderBook book;
    @Inject PaperBroker broker;

    /** The first order of an account makes its headroom, and reads the price. */
    @BeforeEach
    void warm() {
        references.publish(ETH, Requests.price("3000", clock.instant()));
        post("first", 201);
        var _ = roundTrips.take();
    }

    @AfterEach
    void backInTime() {
        clock.setAhead(Duration.ZERO);
    }

    @Test
    void anOrderTakesTwoToAdmitItAndToRecordItsOutcome() {
        post("warm", 201);

        assertThat(roundTrips.takeBeside()).containsExactly("pause", "token");
        assertThat(roundTrips.take()).containsExactly("transaction of 4", "transaction of 3");
    }

    @Test
    void afterAPauseThePriceIsReadFirst() {
        clock.setAhead(Duration.ofSeconds(4));

        post("idle", 201);

        assertThat(roundTrips.take())
                .containsExactly("BatchGetItemRequest", "transaction of 4", "transaction of 3");
    }

    @Test
    void aRepeatTakesOne() {
        post("first", 200);

        assertThat(roundTrips.take()).containsExactly("transaction of 4");
    }

    @Test
    void doubtTakesTwoAndItsAlertIsInTheSecond() {
        broker.next(new SendOutcome.Unknown("read timed out"));

        post("doubt", 202);

        assertThat(roundTrips.take()).containsExactly("transaction of 4", "transaction of 3");
    }

    @Test
    void aRefusalGivesTheHeadroomBackInTheSameTransaction() {
        broker.next(new SendOutcome.Refused("insufficient funds"));

        post("refused", 422);

        assertThat(roundTrips.take()).containsExactly("transaction of 4", "transaction of 5");
    }

    @Test
    void aFillTakesAReadAndATransaction() {
        var _ = book.apply(new OrderId(Body.orderId(clOrdId("first"))), fill(), "feed");

        assertThat(roundTrips.take()).containsExactly("BatchGetItemRequest", "transaction of 9");
    }

    private void post(String name, int status) {
        given().contentType("application/json")
                .body(
                        Body.limit(clOrdId(name))
                                .with("symbol", ETH.text())
                                .with("price", "3000")
                                .build())
                .post("/v1/orders")
                .then()
                .statusCode(status);
    }

    private String clOrdId(String name) {
        return run + "-" + name;
    }

    private OrderEvent fill() {
        return new OrderEvent.Executed(
                new Execution(
                        new ExecId(clOrdId("fill")),
                        ETH,
                        Side.BUY,
                        Quantity.of("0.004"),
                        Price.of("3000"),
                        Optional.<Money>empty(),
                        clock.instant(),
                        Optional.empty(),
                        "00"));
    }
}
