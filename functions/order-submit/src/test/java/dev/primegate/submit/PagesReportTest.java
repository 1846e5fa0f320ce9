package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.alert.routing.Arrivals;
import dev.primegate.alert.routing.Due;
import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.alert.routing.RoutingTree;
import dev.primegate.embedded.AwsForTests;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Halts;
import dev.primegate.risk.TradingState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages that are over, in the table, and what the report of their week says of them. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class PagesReportTest {
    @Inject IncidentBook book;
    @Inject RoutingTree tree;
    @Inject Halts halts;
    @Inject Clock clock;
    @Inject RoundTrips roundTrips;

    @AfterEach
    void resumeEverything() {
        for (HaltScope scope : halts.halted()) {
            var _ = halts.resume(scope, "jane", "the test is over");
            var _ = halts.resume(scope, "joe", "the test is over");
        }
    }

    @Test
    void pagesThatEndedWithNothingDoneAreCountedByRule() {
        paged("drift-unknown", "ETH-USD", () -> {});
        Instant begun = paged("drift-unknown", "SOL-USD", () -> halt("symbol:SOL-USD"));
        LocalDate today = LocalDate.ofInstant(begun, ZoneOffset.UTC);

        given().get("/v1/reports/pages?date=" + today)
                .then()
                .statusCode(200)
                .body("from", equalTo(today.minusDays(6).toString()))
                .body("rules.find { it.rule == 'drift-unknown' }.pages", equalTo(2))
                .body("rules.find { it.rule == 'drift-unknown' }.idle", equalTo(1));
        given().accept("text/csv")
                .get("/v1/reports/pages?date=" + today)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("pages-" + today + ".csv"))
                .body(containsString(",2,0,1"));
        given().get("/v1/reports/pages?date=" + today.minusDays(7))
                .then()
                .statusCode(200)
                .body("rules.size()", equalTo(0));
    }

    @Test
    void aDayThatHasNotBegunHasNoWeek() {
        given().get("/v1/reports/pages?date=2999-01-01")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"));
    }

    /** It is told, lasts, and is over and told so. */
    private Instant paged(String rule, String symbol, Runnable meanwhile) {
        Instant now = clock.instant();
        Alert begin =
                Alert.trigger(
                        rule, symbol, "b", Severity.CRITICAL, rule, now, Map.of("symbol", symbol));
        Arrivals arrivals = new Arrivals(tree, book);
        told(arrivals.take(begin, now).getFirst(), Due.TRIGGER, now);
        meanwhile.run();
        Instant over = clock.instant();
        Alert end = Alert.resolve(rule, symbol, "e", "over", over.plusMillis(1));
        told(arrivals.take(end, over).getFirst(), Due.RESOLVE, over);
        return now;
    }

    private void halt(String scope) {
        halts.halt(
                new Halt(
                        new HaltScope(scope),
                        TradingState.HALTED,
                        "jane",
                        "to look",
                        Optional.empty()));
    }

    /** As alert-router does. */
    private void told(Incident incident, Due due, Instant now) {
        Incident told = incident.told("pagerduty", due, incident.change(), now, Optional.empty());
        roundTrips.asAnother(() -> {
            var _ = book.save(told, Optional.empty(), now).orElseThrow();
        });
    }
}
