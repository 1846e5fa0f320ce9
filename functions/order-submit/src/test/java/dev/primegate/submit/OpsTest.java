package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.primegate.embedded.AwsForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the console polls, over HTTP. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class OpsTest {
    @Inject TestCallers callers;

    @AfterEach
    void callAsUsual() {
        callers.callAs("tester", true);
        callers.actFor("fund");
        callers.knowNobody(false);
    }

    @Test
    void theBannerSaysWhereWhoAndWhetherMoneyIsReal() {
        given().get("/v1/ops/environment")
                .then()
                .statusCode(200)
                .body("environment", nullValue())
                .body("caller", equalTo("tester"))
                .body("tenant", equalTo("fund"))
                .body("accounts", equalTo(List.of("main")))
                .body("roles", equalTo(List.of("READ", "TRADE", "OPERATE", "APPROVE")));
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        var first = given().get("/v1/ops/environment").then().statusCode(200).extract();
        String tag = first.header("ETag");

        // The Lambda adapter makes two headers of one with a comma.
        assertThat(String.join(", ", first.headers().getValues("Cache-Control")))
                .isEqualTo("private, no-cache");
        given().header("If-None-Match", tag)
                .get("/v1/ops/environment")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
        callers.callAs("jane", true);
        given().header("If-None-Match", tag)
                .get("/v1/ops/environment")
                .then()
                .statusCode(200)
                .body("caller", equalTo("jane"));
    }

    @Test
    void everyBrokerIsThereWithItsRate() {
        given().get("/v1/ops/brokers")
                .then()
                .statusCode(200)
                .body("brokers.broker", hasItem("paper"))
                .body("brokers.find { it.broker == 'paper' }.live", equalTo(false))
                .body("brokers.find { it.broker == 'paper' }.health", equalTo("UP"))
                .body("brokers.find { it.broker == 'paper' }.rate.used", hasSize(30));
    }

    @Test
    void openOrdersAreTheCallersOwn() {
        String id =
                given().contentType("application/json")
                        .body(Body.limit("ops-open").build())
                        .post("/v1/orders")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("orderId");

        given().get("/v1/ops/orders").then().statusCode(200).body("open.orderId", hasItem(id));
        callers.actFor("other");
        given().get("/v1/ops/orders")
                .then()
                .statusCode(200)
                .body("open.orderId", not(hasItem(id)))
                .body("openCount", equalTo(0));
    }

    @Test
    void whoIsNotKnownSeesNothingAndWhoMayNotHaltSeesNoBrokers() {
        callers.callAs("trader", false);
        given().get("/v1/ops/brokers").then().statusCode(403).body("code", equalTo("role-missing"));
        callers.knowNobody(true);
        for (String path : new String[] {"environment", "brokers", "orders"}) {
            given().get("/v1/ops/" + path).then().statusCode(401);
        }
    }
}
