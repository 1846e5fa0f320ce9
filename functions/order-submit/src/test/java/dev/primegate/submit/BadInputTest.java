package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.primegate.embedded.AwsForTests;
import dev.primegate.proof.Proves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input gets a clear problem, stores nothing and is not sent. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class BadInputTest {
    private static final String ID = "bad";

    @Inject PaperBroker broker;

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                wrong("side", body().with("side", "buy"), "one of [BUY, SELL, SELL_SHORT]", "buy"),
                wrong("side", body().without("side"), "BUY, SELL or SELL_SHORT", "nothing"),
                wrong("orderQty", body().withNumber("orderQty", 1), DECIMAL, "the number 1"),
                wrong("orderQty", body().with("orderQty", "1e3"), DECIMAL, "1e3"),
                wrong("orderQty", body().with("orderQty", "NaN"), DECIMAL, "NaN"),
                wrong("orderQty", body().with("orderQty", "0"), DECIMAL, "0"),
                wrong("orderQty", body().with("orderQty", "-1"), DECIMAL, "-1"),
                wrong("orderQty", body().with("orderQty", "1,000"), DECIMAL, "1,000"),
                wrong("orderQty", body().with("orderQty", "１"), DECIMAL, "１"),
                wrong(
                        "orderQty",
                        body().with("orderQty", "1.00000000001"),
                        DECIMAL,
                        "1.00000000001"),
                wrong(
                        "orderQty",
                        body().without("orderQty"),
                        "orderQty or cashOrderQty",
                        "nothing"),
                wrong(
                        "cashOrderQty",
                        body().with("cashOrderQty", "1"),
                        "nothing beside orderQty",
                        "both"),
                wrong("price", body().without("price"), "a price, on a LIMIT order", "nothing"),
                wrong("price", body().with("price", "0"), DECIMAL, "0"),
                wrong("stopPx", body().with("stopPx", "1"), "nothing, on a LIMIT order", "a value"),
                wrong("prce", body().with("prce", "1"), "no such field", "it"),
                wrong(
                        "symbol",
                        body().with("symbol", "DOGE-USD"),
                        "a symbol of the symbol master, such as BTC-USD",
                        "DOGE-USD"),
                wrong(
                        "timeInForce",
                        body().with("timeInForce", "FOREVER"),
                        "one of [DAY, GTC, IOC, FOK, GTD]",
                        "FOREVER"),
                wrong(
                        "expireTime",
                        body().with("timeInForce", "GTD"),
                        "a time, with timeInForce GTD",
                        "nothing"),
                wrong(
                        "expireTime",
                        body().with("expireTime", "2020-01-01T00:00:00Z"),
                        "a time to come",
                        "2020-01-01T00:00:00Z"),
                wrong(
                        "expireTime",
                        body().with("expireTime", "2030-01-01T00:00:00"),
                        "an RFC 3339 time with offset, such as 2026-11-02T10:00:00Z",
                        "2030-01-01T00:00:00"),
                wrong(
                        "maxSlippageBps",
                        body().with("ordType", "MARKET").without("price"),
                        "basis points, on a MARKET order",
                        "nothing"),
                wrong(
                        "maxSlippageBps",
                        body().with("ordType", "MARKET")
                                .without("price")
                                .with("maxSlippageBps", "50"),
                        "an integer from 1 to 10000",
                        "the string 50"),
                wrong(
                        "participationRate",
                        body().with("targetStrategy", "VWAP").with("participationRate", "1.1"),
                        "a share of at most 1",
                        "1.1"),
                wrong("clOrdId", body().with("clOrdId", ""), CL_ORD_ID, ""),
                wrong(
                        "trader",
                        body().with("trader", "a\nb"),
                        "one line of at most 40 characters",
                        "another"),
                wrong(
                        "text",
                        body().with("text", "\u202Eevil"),
                        "one line of at most 200 characters",
                        "another"));
    }

    private static final String DECIMAL =
            "a decimal above zero with at most 10 places, as a string";
    private static final String CL_ORD_ID = "1 to 64 printable ASCII characters, no blank";

    @ParameterizedTest
    @MethodSource("wrongFields")
    @Proves({"X58", "X57"})
    void aWrongFieldIsNamedWithWhatWasExpectedAndFound(
            String field, String body, String expected, String found) {
        post(body.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://primegate.dev/problems/invalid-order"))
                .body("violations.find { it.field == '" + field + "' }.expected", equalTo(expected))
                .body("violations.find { it.field == '" + field + "' }.found", equalTo(found));
        nothingHappened();
    }

    static Stream<Arguments> malformed() {
        String good = body().build();
        return Stream.of(
                Arguments.of("", 400),
                Arguments.of("null", 400),
                Arguments.of("[]", 400),
                Arguments.of("NaN", 400),
                Arguments.of("{\"clOrdId\":", 400),
                Arguments.of(good + " tail", 400),
                Arguments.of(good + good, 400),
                Arguments.of(good.replace("{\"account\"", "{\"side\":\"BUY\",\"account\""), 400),
                Arguments.of("\uFEFF" + good, 400),
                Arguments.of("{\"text\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}", 400),
                Arguments.of("{\"text\":\"" + "x".repeat(70_000) + "\"}", 413),
                Arguments.of("{\"text\":" + "9".repeat(500) + "}", 400));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    @Proves("X59")
    void aBodyThatIsNotOneJsonObjectIsRefusedAsAProblem(String body, int status) {
        Response answer = post(body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("detail")).contains("expected").contains("found");
        assertThat(answer.asString()).doesNotContain("dev.primegate.", "com.fasterxml");
        nothingHappened();
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] body = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};

        // Not over HTTP: the test's own gateway would mend them.
        assertThatThrownBy(() -> StrictJson.object(body))
                .hasMessage("expected UTF-8, found bytes that are not");
    }

    @Test
    void anEncodedBodyAndAnotherMediaTypeAreRefused() {
        given().contentType("application/json")
                .header("Content-Encoding", "gzip")
                .body(body().build())
                .post("/v1/orders")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
        given().contentType("text/plain")
                .body("x")
                .post("/v1/orders")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        post("{\"side\":\"buy\"}".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("side"))
                .body("violations.field", hasItem("account"))
                .body("violations.field", hasItem("clOrdId"))
                .body("violations.field", hasItem("trader"));
    }

    @Test
    void whatIsOffTheInstrumentsStepIsRefusedWithTheStep() {
        post(body().with("price", "60000.001").build().getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("code", equalTo("price-off-step"))
                .body("limit", equalTo("0.01"));
        nothingHappened();
    }

    private void nothingHappened() {
        assertThat(broker.sentOf(Body.orderId(ID))).isZero();
        given().get("/v1/orders/" + Body.orderId(ID)).then().statusCode(404);
    }

    private static Body body() {
        return Body.limit(ID);
    }

    private static Response post(byte[] body) {
        return given().contentType("application/json").body(body).post("/v1/orders");
    }

    private static Arguments wrong(String field, Body body, String expected, String found) {
        return Arguments.of(field, body.build(), expected, found);
    }
}
