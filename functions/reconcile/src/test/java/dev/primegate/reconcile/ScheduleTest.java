package dev.primegate.reconcile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.broker.Evidence;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderStatus;
import dev.primegate.testkit.Requests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The function as Lambda calls it, on the table. */
@QuarkusTest
@QuarkusTestResource(ReconcileAws.class)
class ScheduleTest {
    @Inject OrderBook book;
    @Inject OrderQuery query;
    @Inject PaperRecords broker;
    @Inject Clock clock;

    @Test
    void theScheduleSettlesWhatIsDue() {
        NewOrder order = Requests.buy("scheduled", "1");
        var _ =
                book.admit(
                        Requests.routed(
                                Requests.intent(
                                        order,
                                        "owner",
                                        Requests.wide(),
                                        clock.instant().minus(Duration.ofMinutes(5))),
                                PaperRecords.PAPER));
        broker.records =
                _ ->
                        new Evidence.Found(
                                List.of(
                                        Desk.news(
                                                order,
                                                "b-1",
                                                Requests.reported(OrderStatus.EXPIRED, "b-1"))));

        given().body("{\"job\":\"orders\"}")
                .post()
                .then()
                .statusCode(200)
                .body("moved", equalTo(1))
                // Two brokers whose margin nobody here has a key for.
                .body("failed", equalTo(2));

        assertThat(query.find(order.id()).orElseThrow().status()).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void anUnknownJobIsRefused() {
        given().body("{\"job\":\"everything\"}").post().then().statusCode(500);
        given().body("{}").post().then().statusCode(500);
    }
}
