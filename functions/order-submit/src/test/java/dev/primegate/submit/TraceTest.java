package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.primegate.embedded.AwsForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** The caller's trace, in the answer, in a problem, and in what is written down. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class TraceTest {
    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-%s-00f067aa0ba902b7-01".formatted(ID);

    @Test
    void anOrdersHistoryNamesTheTraceOfItsRequest() {
        traced().body(Body.limit("traced").build())
                .post("/v1/orders")
                .then()
                .statusCode(201)
                .header("traceparent", startsWith("00-" + ID));

        given().get("/v1/orders/" + Body.orderId("traced") + "/history")
                .then()
                .statusCode(200)
                .body("entries.size()", equalTo(2))
                .body("entries.facts.traceId", everyItem(equalTo(ID)));
    }

    @Test
    void aProblemNamesIt() {
        traced().body("{").post("/v1/orders").then().statusCode(400).body("traceId", equalTo(ID));
    }

    /** Two of them are of nobody. */
    @Test
    void whoNamesTwoIsGivenANewOne() {
        traced().header("traceparent", PARENT.replace('4', '5'))
                .body("{")
                .post("/v1/orders")
                .then()
                .statusCode(400)
                .body("traceId", not(equalTo(ID)))
                .body("traceId", matchesRegex("[0-9a-f]{32}"));
    }

    private static RequestSpecification traced() {
        return given().contentType("application/json").header("traceparent", PARENT);
    }
}
