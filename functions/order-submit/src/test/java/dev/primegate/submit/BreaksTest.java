package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.primegate.breaks.BreakId;
import dev.primegate.breaks.BreakLog;
import dev.primegate.breaks.BreakScope;
import dev.primegate.breaks.Cause;
import dev.primegate.breaks.Evidence;
import dev.primegate.breaks.Finding;
import dev.primegate.breaks.Gravity;
import dev.primegate.breaks.Run;
import dev.primegate.embedded.AwsForTests;
import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import dev.primegate.proof.Proves;
import dev.primegate.risk.FailureLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Breaks over HTTP. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class BreaksTest {
    private static final String END = "{\"reason\":\"BROKER_CORRECTED\",\"evidence\":\"ticket 7\"}";

    @Inject BreakLog log;
    @Inject TestCallers callers;
    @Inject FailureLog failures;
    @Inject Clock clock;

    @AfterEach
    void callAsUsual() {
        callers.callAs("tester", true);
        callers.actFor("fund");
        callers.fail(false);
    }

    @Test
    @Proves("G14")
    void aBreakShowsBothRowsItsStakeAndWhatToDo() {
        String id = found("shows", "main");

        given().get("/v1/breaks/" + id)
                .then()
                .statusCode(200)
                .body("breakId", equalTo(id))
                .body("state", equalTo("OPEN"))
                .body("broker", equalTo("clear-street"))
                .body("account", equalTo("main"))
                .body("subject", equalTo("TRADES"))
                .body("day", equalTo("2026-11-02"))
                .body("what", equalTo("shows"))
                .body("cause", equalTo("quantity"))
                .body("facts.ours", equalTo("5"))
                .body("facts.brokers", equalTo("3.0000000001"))
                .body("action", equalTo(cause().action()))
                .body("gravity", equalTo("HIGH"))
                .body("atStake", equalTo("12.3456789012"))
                .body("atStakeAsset", equalTo("USD"))
                .body("owner", nullValue())
                .body("ours[0].fields.qty", equalTo("5"))
                .body("brokers[0].source", equalTo("trade.csv"))
                .body("brokers[0].line", equalTo(7))
                .body("differences[0].field", equalTo("qty"))
                .body("rows", equalTo(2));
        given().get("/v1/breaks?account=main")
                .then()
                .statusCode(200)
                .body("breaks.breakId", hasItem(id))
                .body("breaks.state", everyItem(not(equalTo("CLOSED"))));
    }

    @Test
    @Proves("G14")
    void itIsTakenClosedWithEvidenceAndReopened() {
        String id = found("steps", "main");
        callers.callAs("jane", true);

        post(id, "take", "").statusCode(200).body("owner", equalTo("jane"));
        post(id, "explain", END).statusCode(200).body("state", equalTo("EXPLAINED"));
        post(id, "close", END)
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("reason", equalTo("BROKER_CORRECTED"));
        post(id, "take", "").statusCode(409).body("code", equalTo("break-step-refused"));
        given().get("/v1/breaks?closed=true").then().body("breaks.breakId", hasItem(id));
        post(id, "reopen", "{\"reason\":\"it is not\"}")
                .statusCode(200)
                .body("state", equalTo("OPEN"));

        given().get("/v1/breaks/" + id + "/notes")
                .then()
                .statusCode(200)
                .body(
                        "notes.step",
                        equalTo(List.of("FOUND", "TAKEN", "EXPLAINED", "CLOSED", "REOPENED")))
                .body("notes[3].by", equalTo("jane"))
                .body("notes[3].text", equalTo("BROKER_CORRECTED: ticket 7"));
    }

    @Test
    @Proves("G14")
    void nothingClosesWithoutReasonAndEvidence() {
        String id = found("evidence", "main");

        post(id, "close", "{}")
                .statusCode(400)
                .body("code", equalTo("invalid-break-step"))
                .body("violations.field", equalTo(List.of("reason", "evidence")));
        post(id, "close", "{\"reason\":\"TIMING\",\"evidence\":\"\"}").statusCode(400);
        post(id, "close", "{\"reason\":\"NO_LONGER_FOUND\",\"evidence\":\"x\"}").statusCode(400);
        post(id, "explain", "{\"reason\":\"BECAUSE\",\"evidence\":\"x\"}").statusCode(400);
        post(id, "reopen", "{}").statusCode(400).body("code", equalTo("invalid-break-step"));
        given().get("/v1/breaks/" + id).then().body("state", equalTo("OPEN"));
    }

    @Test
    void anothersBreakIsAsAbsentAsNone() {
        String others = found("others", "other-account");
        String tenants = found("tenants", "main");

        given().get("/v1/breaks/" + others)
                .then()
                .statusCode(404)
                .body("code", equalTo("break-not-found"));
        given().get("/v1/breaks/nonsense").then().statusCode(404);
        given().get("/v1/breaks?account=other-account").then().statusCode(403);
        given().get("/v1/breaks?account=a b").then().statusCode(400);
        callers.actFor("another");
        post(tenants, "take", "").statusCode(404);
        given().get("/v1/breaks").then().body("breaks.breakId", not(hasItem(tenants)));
    }

    @Test
    void aStepThatFailsHereDoesNotCountAgainstTrading() {
        Instant now = clock.instant();
        long before = failures.countSince(now, now.plus(Duration.ofHours(1)));
        callers.fail(true);

        post("0123456789abcdef-0123456789abcdef", "take", "").statusCode(500);

        assertThat(failures.countSince(now, now.plus(Duration.ofHours(1)))).isEqualTo(before);
    }

    private static ValidatableResponse post(String id, String step, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/breaks/" + id + "/" + step)
                .then();
    }

    private String found(String key, String account) {
        BreakScope scope =
                new BreakScope(
                        new Tenant("fund"),
                        new Account(account),
                        new BrokerId("clear-street"),
                        BreakScope.Subject.TRADES,
                        LocalDate.parse("2026-11-02"));
        Finding finding =
                new Finding(
                        key,
                        cause(),
                        Evidence.of(
                                List.of(
                                        new Evidence.Row(
                                                "book", 0, new TreeMap<>(Map.of("qty", "5")))),
                                List.of(
                                        new Evidence.Row(
                                                "trade.csv", 7, new TreeMap<>(Map.of("qty", "3")))),
                                List.of(new Evidence.Difference("qty", "5", "3"))),
                        new Money(Decimal10.of("12.3456789012"), new Asset("USD")),
                        Gravity.HIGH);
        var _ = log.record(new Run(scope, key, clock.instant()), List.of(finding));
        return BreakId.of(scope, finding).text();
    }

    private static Cause cause() {
        return new Cause.QuantityDiffers(Decimal10.of("5"), Decimal10.of("3.0000000001"));
    }
}
