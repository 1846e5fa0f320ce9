package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.primegate.embedded.AwsForTests;
import dev.primegate.watch.AskedJob;
import dev.primegate.watch.JobAsk;
import dev.primegate.watch.JobAsks;
import dev.primegate.watch.JobRuns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class RunResourceTest {
    private static final Instant LAST = Instant.parse("2026-11-02T10:00:00Z");

    @Inject TestCallers callers;
    @Inject JobAsks asks;
    @Inject JobRuns runs;

    @AfterEach
    void nothingIsWanted() {
        callers.callAs("tester", true);
        asks.open().forEach(asks::answered);
    }

    @Test
    void whatIsAskedForIsWrittenDownForTheFunctionThatMayRunIt() {
        callers.callAs("ann", true);
        runs.ended("trades", LAST);

        given().post("/v1/runs/trades")
                .then()
                .statusCode(202)
                .body("job", equalTo("trades"))
                .body("lastEndedAt", equalTo(LAST.toString()))
                .body("askedAt", notNullValue())
                .body("askedBy", equalTo("ann"));

        assertThat(asks.open()).extracting(JobAsk::job).containsExactly(AskedJob.TRADES);
        given().get("/v1/runs")
                .then()
                .statusCode(200)
                .body("runs.job", hasItems("trades", "drift", "reports"))
                .body("runs.find { it.job == 'trades' }.askedBy", equalTo("ann"))
                .body("runs.find { it.job == 'drift' }.askedBy", nullValue());
    }

    @Test
    void aJobThatNobodyMayAskForIsRefused() {
        given().post("/v1/runs/orders")
                .then()
                .statusCode(400)
                .body("detail", containsString("expected one of trades, positions, drift"));

        assertThat(asks.open()).isEmpty();
    }
}
