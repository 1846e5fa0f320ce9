package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.primegate.embedded.AwsForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An answer longer than a connection's buffer, as Lambda gives it back. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class LongAnswerTest {
    private static final int ORDERS = 40;

    @Test
    void aLongListComesWholeWithItsLength() {
        String orders =
                IntStream.range(0, ORDERS)
                        .mapToObj(i ->
                                Body.limit("long-" + i).with("price", "" + (57000 + i)).build())
                        .collect(Collectors.joining(",", "{\"orders\":[", "]}"));
        given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body(orders)
                .post("/v1/orders:batch")
                .then()
                .statusCode(200)
                .header("Content-Length", notNullValue());

        given().get("/v1/orders?account=main")
                .then()
                .statusCode(200)
                .header("Content-Length", notNullValue())
                .header("Transfer-Encoding", nullValue())
                .body("orders.clOrdId", hasItems("long-0", "long-" + (ORDERS - 1)));
    }
}
