package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.primegate.embedded.AwsForTests;
import dev.primegate.proof.Proves;
import dev.primegate.risk.FailureLog;
import dev.primegate.risk.Halts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Halts over HTTP. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class HaltTest {
    @Inject PaperBroker broker;
    @Inject TestCallers callers;
    @Inject Halts halts;
    @Inject FailureLog failures;
    @Inject Clock clock;

    @AfterEach
    void resumeEverything() {
        callers.callAs("tester", true);
        for (var halted : halts.cases()) {
            halts.resume(halted.scope(), "jane", "the test is over");
            halts.resume(halted.scope(), "joe", "the test is over");
            halts.swept(halted.scope(), halted.at());
        }
    }

    @Test
    @Proves({"H2", "X32"})
    void aHaltStopsOrdersAtOnceAndCancelsPass() {
        post("halt-before").statusCode(201);

        put("all", "HALTED", false)
                .statusCode(200)
                .body("scope", equalTo("all"))
                .body("state", equalTo("HALTED"))
                .body("by", equalTo("tester"))
                .body("reason", equalTo("drill"))
                .body("at", notNullValue())
                .body("sweepingUntil", nullValue());

        post("halt-after").statusCode(423).body("code", equalTo("trading-halted"));
        assertThat(broker.sentOf(Body.orderId("halt-after"))).isZero();
        given().delete("/v1/orders/" + Body.orderId("halt-before"))
                .then()
                .statusCode(202)
                .body("ordStatus", equalTo("PENDING_CANCEL"));
        assertThat(broker.cancelled()).contains(Body.orderId("halt-before"));
    }

    @Test
    @Proves("F6")
    void reducingRefusesWhatWouldDoMoreWithBothFigures() {
        put("account:fund/main", "REDUCING", false).statusCode(200);

        post("reduce")
                .statusCode(423)
                .body("code", equalTo("trading-reducing"))
                .body("limit", equalTo("0"))
                .body("actual", equalTo("0.01"));
    }

    @Test
    void aResumeNeedsAReasonAndASecondPerson() {
        put("symbol:BTC-USD", "HALTED", false).statusCode(200);
        given().delete("/v1/halts/symbol:BTC-USD")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"));

        resume("symbol:BTC-USD").statusCode(202).body("resumeAskedBy", equalTo("tester"));
        resume("symbol:BTC-USD").statusCode(409).body("code", equalTo("second-person-needed"));
        post("resume-1").statusCode(423);
        callers.callAs("second", true);
        resume("symbol:BTC-USD").statusCode(200).body("state", equalTo("ACTIVE"));

        post("resume-2").statusCode(201);
        given().get("/v1/halts")
                .then()
                .statusCode(200)
                .body("halts.scope", equalTo(List.of()))
                .body("steps.step", hasItems("HALTED", "RESUME_ASKED", "RESUMED"))
                .body("steps.by", hasItem("second"));
    }

    @Test
    void onlyWhoMayHaltDoes() {
        callers.callAs("trader", false);
        put("all", "HALTED", false).statusCode(403).body("code", equalTo("role-missing"));
        resume("all").statusCode(403);
        given().get("/v1/halts").then().statusCode(403);
        post("trader").statusCode(201);
    }

    @Test
    void aScopeThatNamesNothingIsRefusedRatherThanAcknowledged() {
        for (String scope :
                List.of(
                        "everything",
                        "symbol:BTCUSD",
                        "symbol:btc-usd",
                        "broker:nobody",
                        "account:fund")) {
            put(scope, "HALTED", false).statusCode(400).body("code", equalTo("invalid-parameter"));
        }
        resume("broker:paper").statusCode(404).body("code", equalTo("halt-not-found"));
        put("broker:paper", "ACTIVE", false).statusCode(400).body("code", equalTo("invalid-halt"));
        given().contentType("application/json")
                .body("{\"state\":\"HALTED\",\"cancelOpenOrders\":\"yes\"}")
                .put("/v1/halts/all")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("reason", "cancelOpenOrders")));
        assertThat(halts.halted()).isEmpty();
    }

    @Test
    @Proves("X32")
    void openOrdersOfTheScopeAreMarkedForTheirEnd() {
        post("sweep").statusCode(201);

        put("broker:paper", "HALTED", true).statusCode(200).body("sweepingUntil", notNullValue());

        given().get("/v1/orders/" + Body.orderId("sweep"))
                .then()
                .body("ordStatus", equalTo("PENDING_CANCEL"));
    }

    @Test
    @Proves("H2")
    void aSubmissionThatFailsHereIsCounted() {
        Instant now = clock.instant();
        long before = failures.countSince(now, now.plus(Duration.ofHours(1)));
        callers.fail(true);
        try {
            post("broken").statusCode(500).body("code", equalTo("internal"));
            given().get("/v1/orders").then().statusCode(500);
        } finally {
            callers.fail(false);
        }

        assertThat(failures.countSince(now, now.plus(Duration.ofHours(1)))).isEqualTo(before + 1);
    }

    private static ValidatableResponse post(String clOrdId) {
        return given().contentType("application/json")
                .body(Body.limit(clOrdId).build())
                .post("/v1/orders")
                .then();
    }

    private static ValidatableResponse put(String scope, String state, boolean cancel) {
        return given().contentType("application/json")
                .body(
                        "{\"state\":\"%s\",\"reason\":\"drill\",\"cancelOpenOrders\":%s}"
                                .formatted(state, cancel))
                .put("/v1/halts/" + scope)
                .then();
    }

    private static ValidatableResponse resume(String scope) {
        return given().queryParam("reason", "looked at").delete("/v1/halts/" + scope).then();
    }
}
