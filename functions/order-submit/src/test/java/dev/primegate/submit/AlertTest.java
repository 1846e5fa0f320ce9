package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.alert.routing.Arrivals;
import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.alert.routing.RoutingTree;
import dev.primegate.embedded.AwsForTests;
import dev.primegate.proof.Proves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alerts and silences over HTTP. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class AlertTest {
    @Inject IncidentBook book;
    @Inject RoutingTree tree;
    @Inject TestCallers callers;
    @Inject Clock clock;

    @AfterEach
    void callAsTester() {
        callers.callAs("tester", true);
    }

    @Test
    void whatIsWrongIsListedTakenInHandAndEnded() {
        String key = fire("listed");

        given().get("/v1/alerts")
                .then()
                .statusCode(200)
                .body("open.incident", hasItem(key))
                .body(
                        "open.find { it.incident == '%s' }.members[0].summary".formatted(key),
                        equalTo("trouble"));
        given().post("/v1/alerts/" + key + "/acknowledge")
                .then()
                .statusCode(200)
                .body("acknowledgedBy", equalTo("tester"));
        callers.callAs("second", true);
        given().post("/v1/alerts/" + key + "/acknowledge")
                .then()
                .statusCode(200)
                .body("acknowledgedBy", equalTo("tester"));
        given().post("/v1/alerts/" + key + "/end")
                .then()
                .statusCode(200)
                .body("firing", equalTo(0));
        given().get("/v1/alerts")
                .then()
                .body("open.incident", not(hasItem(key)))
                .body("ended.incident", hasItem(key));
        given().post("/v1/alerts/" + key + "/end")
                .then()
                .statusCode(404)
                .body("code", equalTo("alert-not-found"));
    }

    @Test
    @Proves("K6")
    void whoWouldBeToldIsSaidAndNobodyIsTold() {
        given().queryParam("labels", "rule=order-unknown,severity=error,broker=dry")
                .get("/v1/alerts/route")
                .then()
                .statusCode(200)
                .body("routes[0].route", equalTo("page-broker"))
                .body("routes[0].incident", equalTo("page-broker/broker=dry,rule=order-unknown"))
                .body("routes[0].channels", hasItem("pagerduty"))
                .body("muted", equalTo(false));
        given().get("/v1/alerts")
                .then()
                .body("open.incident.toString()", not(containsString("dry")));
        given().get("/v1/alerts/route")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameter"));
    }

    @Test
    @Proves("K6")
    void aSilenceHasAnAuthorAReasonAndAnEnd() {
        String until = clock.instant().plus(Duration.ofHours(1)).toString();
        String id =
                silence(
                                "{\"match\":[\"broker=quiet\"],\"reason\":\"known\",\"until\":\"%s\"}"
                                        .formatted(until))
                        .statusCode(201)
                        .body("author", equalTo("tester"))
                        .extract()
                        .path("id");

        given().queryParam("labels", "rule=x,severity=error,broker=quiet")
                .get("/v1/alerts/route")
                .then()
                .body("muted", equalTo(true));
        given().get("/v1/silences").then().body("id", hasItem(id));
        given().delete("/v1/silences/" + id).then().statusCode(204);
        given().get("/v1/silences").then().body("id", not(hasItem(id)));
    }

    @Test
    void aSilenceOfEverythingOrForeverIsNone() {
        silence("{\"match\":[],\"reason\":\"\",\"until\":\"2999-01-01T00:00:00Z\"}")
                .statusCode(400)
                .body("code", equalTo("invalid-silence"))
                .body("violations.field", equalTo(List.of("match", "reason", "until")));
        assertThat(book.silences(clock.instant())).noneMatch(silence -> silence.reason().isEmpty());
    }

    @Test
    void onlyWhoMayHaltSeesAlerts() {
        callers.callAs("trader", false);

        given().get("/v1/alerts").then().statusCode(403);
        given().get("/v1/silences").then().statusCode(403);
    }

    private String fire(String scope) {
        Alert alert =
                Alert.trigger(
                        "broker-down",
                        scope,
                        "c",
                        Severity.CRITICAL,
                        "trouble",
                        clock.instant(),
                        Map.of("broker", scope));
        return new Arrivals(tree, book).take(alert, clock.instant()).getFirst().key();
    }

    private static ValidatableResponse silence(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/v1/silences").then();
    }
}
