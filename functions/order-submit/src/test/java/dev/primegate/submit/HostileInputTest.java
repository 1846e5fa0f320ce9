package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.embedded.AwsForTests;
import dev.primegate.proof.Proves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that somebody made up: a 4xx soon, nothing sent or stored, nothing of it in the log. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class HostileInputTest {
    private static final String ID = "hostile";
    private static final String CANARY = "canary-5f1d0c";
    private static final JsonMapper JSON = new JsonMapper();

    /** Far above what one takes, and far below what a flood would. */
    private static final Duration SOON = Duration.ofSeconds(3);

    @Inject PaperBroker broker;
    @Inject TestCallers callers;

    private HeardLog log = HeardLog.open();

    @BeforeEach
    void listen() {
        log.close();
        log = HeardLog.open();
    }

    @AfterEach
    void nothingOfItIsInTheLog() {
        log.close();
        callers.callAs("tester", true);
        assertThat(log.lines()).noneMatch(line -> line.contains(CANARY));
        // Behind a message its exception has lines of its own.
        assertThat(log.lines())
                .map(line -> line.replaceFirst("(\\n\\tat [^\\n]*)*\\n?$", ""))
                .noneMatch(line -> line.matches("(?s).*\\p{Cc}.*"));
    }

    static Stream<String> quantities() {
        return Stream.of(
                "Infinity",
                "-Infinity",
                "-0",
                "+1",
                " 1",
                "1 ",
                "0x1",
                "1e400",
                "1E-40",
                "1_000",
                "٣",
                "1.",
                ".1",
                "--1",
                "1.1.1",
                "1" + "0".repeat(39),
                "0." + "0".repeat(10) + "1",
                "9".repeat(8_000),
                "1;DROP",
                "null");
    }

    @ParameterizedTest
    @MethodSource("quantities")
    @Proves("X58")
    void aNumberThatIsNoneIsRefused(String text) {
        refused(post(body().with("orderQty", text).build()), 400);
        refused(post(body().with("price", text).build()), 400);
    }

    /** At ten places this passes a long of the tenth decimal; it is a number, and far too much. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "922337203",
                "922337204",
                "18446744074",
                "922337203685477580.8",
                "9999999999999999999999999999",
                "9999999999999999999999999999.9999999999"
            })
    @Proves("X58")
    void aLargeNumberIsHeldAgainstItsLimitAndNeverWrapsAround(String quantity) {
        for (String price : List.of("0.01", "60000", "922337204", "9".repeat(28))) {
            Response answer = post(body().with("orderQty", quantity).with("price", price).build());

            assertThat(answer.statusCode()).isIn(400, 422);
            nothingHappened();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ВTC-USD",
                "BTC\u200B-USD",
                "BTC-USD\n",
                "BTC-USD\u0000",
                "BTC‐USD",
                "btc-usd",
                "../BTC-USD",
                "BTC-USD#",
                "${jndi:ldap://canary-5f1d0c/a}",
                "BTC-USD%n%s"
            })
    @Proves("X57")
    void aSymbolThatOnlyLooksLikeOneIsRefused(String symbol) {
        refused(post(body().with("symbol", symbol).build()), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59Z", "9999-99-99T00:00:00Z", "2026-11-01T01:30:00",
                "2026-11-01T01:30:00 America/New_York", "1793500000", "tomorrow",
                "2030-02-30T00:00:00Z"
            })
    void aTimeThatIsNoneIsRefused(String time) {
        refused(post(body().with("timeInForce", "GTD").with("expireTime", time).build()), 400);
    }

    static Stream<String> identities() {
        return Stream.of("x".repeat(65), "x".repeat(256), "a b", "a\tb", "é", "a\u0000b");
    }

    @ParameterizedTest
    @MethodSource("identities")
    void anIdentityThatIsNoneIsRefused(String id) {
        refused(post(body().with("clOrdId", id).build()), 400);
    }

    /** Overlong, lone halves of a pair, UTF-16, UTF-32, cut in the middle. */
    @ParameterizedTest
    @ValueSource(strings = {"c0af", "eda080", "f08080af", "f4908080", "ff", "c3", "80"})
    @Proves("X59")
    void bytesThatAreNoUtf8AreRefused(String hex) throws IOException {
        byte[] odd = java.util.HexFormat.of().parseHex(hex);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"account\":\"main\",\"text\":\"".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(odd);
        body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(raw(body.toByteArray())).isEqualTo("400 malformed-json");
        nothingHappened();
    }

    @Test
    @Proves("X59")
    void anotherEncodingOfTextIsRefused() throws IOException {
        for (var charset :
                List.of(
                        StandardCharsets.UTF_16,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_32)) {
            assertThat(raw(body().build().getBytes(charset))).isEqualTo("400 malformed-json");
        }
        nothingHappened();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "a\\u202Eb", "a\\u000ab", "a\\u0000b", "\\u001b[31m"})
    @Proves("X61")
    void textThatWouldForgeALineIsRefused(String escaped) {
        String body = body().with("text", "HERE").build().replace("HERE", escaped);

        refused(post(body), 400);
        refused(post(body().build().replace("\"jane\"", "\"" + escaped + "\"")), 400);
    }

    @Test
    @Proves("X59")
    void atTheLimitABodyIsReadAndOneByteBeyondItIsNot() {
        String frame = "{\"text\":\"\"}";
        assertThat(
                        post("{\"text\":\"\"" + " ".repeat((64 << 10) - frame.length()) + "}")
                                .statusCode())
                .isEqualTo(400);
        assertThat(
                        post("{\"text\":\"\"" + " ".repeat((64 << 10) - frame.length() + 1) + "}")
                                .statusCode())
                .isEqualTo(413);
        nothingHappened();
    }

    /** A megabyte of nothing in a kilobyte. */
    @Test
    @Proves("X59")
    void aBombIsNotInflated() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[1 << 20]);
        }
        for (String encoding : List.of("gzip", "deflate", "br", "GZIP")) {
            JsonNode answer =
                    event(
                            "POST",
                            "/v1/orders",
                            object().put("content-type", "application/json")
                                    .put("content-encoding", encoding),
                            bomb.toByteArray());
            assertThat(answer.path("statusCode").asInt()).isEqualTo(415);
        }
        // Nor where nobody said that it is one.
        assertThat(raw(bomb.toByteArray())).isEqualTo("400 malformed-json");
        nothingHappened();
    }

    /** All of these names have one hash. */
    @Test
    @Proves("X59")
    void namesOfOneHashTakeNoLonger() {
        String names =
                IntStream.range(0, 1 << 11)
                        .mapToObj(i ->
                                IntStream.range(0, 11)
                                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                                        .collect(Collectors.joining("", "\"", "\":1")))
                        .collect(Collectors.joining(",", "{", "}"));
        long begun = System.nanoTime();

        Response answer = post(names);

        refused(answer, 400);
        assertThat(answer.jsonPath().getList("violations")).hasSize(50);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health/brokers/..%2f..%2fetc",
                "/health/brokers/paper%00",
                "/v1/breaks/..%2f..",
                "/v1/orders/%00",
                "/v1/orders/${jndi:ldap:canary-5f1d0c}",
                "/v1/orders/a%0d%0aX-Injected:%20canary-5f1d0c"
            })
    void aPathThatLeadsElsewhereLeadsNowhere(String path) {
        Response answer =
                given().urlEncodingEnabled(false)
                        .get(path.replace("{", "%7B").replace("}", "%7D").replace("$", "%24"));

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.headers().hasHeaderWithName("X-Injected")).isFalse();
    }

    /** What operators send reaches the log, where orders' texts do not. */
    @ParameterizedTest
    @ValueSource(strings = {"x%0Aevent=forged", "x%0D%0Aevent=forged", "x%1B%5B2J", "x%E2%80%AEx"})
    @Proves("X61")
    void noOperatorWritesALineOfTheLog(String id) {
        given().urlEncodingEnabled(false).delete("/v1/silences/" + id).then().statusCode(204);

        assertThat(log.lines()).anyMatch(line -> line.startsWith("event=silence-lifted"));
        assertThat(log.lines()).noneMatch(line -> line.startsWith("event=forged"));
    }

    /** Everywhere that a caller could put one by mistake. */
    @Test
    @Proves("X61")
    void aSecretThatCameAlongIsNotLogged() {
        for (String field :
                List.of("text", "trader", "desk", "account", "symbol", "side", CANARY)) {
            given().contentType("application/json")
                    .header("Authorization", "Bearer " + CANARY)
                    .header("X-Api-Key", CANARY)
                    .header("Cookie", "session=" + CANARY)
                    .queryParam("token", CANARY)
                    .body(body().with(field, CANARY).without("price").build())
                    .post("/v1/orders");
        }
        callers.fail(true);
        try {
            given().header("Authorization", "Bearer " + CANARY)
                    .get("/v1/orders?clOrdId=" + CANARY)
                    .then()
                    .statusCode(500);
        } finally {
            callers.fail(false);
        }

        assertThat(log.lines()).anyMatch(line -> line.startsWith("event=request-failed"));
        nothingHappened();
    }

    private void refused(Response answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        nothingHappened();
    }

    private void nothingHappened() {
        assertThat(broker.sentOf(Body.orderId(ID))).isZero();
        given().get("/v1/orders/" + Body.orderId(ID)).then().statusCode(404);
    }

    /** The status and the problem's code of a body that no client of HTTP would send. */
    private static String raw(byte[] body) throws IOException {
        JsonNode answer =
                event("POST", "/v1/orders", object().put("content-type", "application/json"), body);
        JsonNode problem = JSON.readTree(answer.path("body").asText());
        return answer.path("statusCode").asInt() + " " + problem.path("code").asText();
    }

    /** Sends it as API Gateway does, byte for byte. */
    private static JsonNode event(String method, String path, ObjectNode headers, byte[] body)
            throws IOException {
        ObjectNode event =
                object().put("version", "2.0")
                        .put("routeKey", method + " " + path)
                        .put("rawPath", path)
                        .put("rawQueryString", "")
                        .put("body", Base64.getEncoder().encodeToString(body))
                        .put("isBase64Encoded", true);
        event.set("headers", headers.put("host", "api.example.com"));
        ObjectNode context = event.putObject("requestContext").put("requestId", "r");
        context.put("stage", "$default").put("domainName", "api.example.com");
        context.putObject("http").put("method", method).put("path", path);
        return JSON.readTree(
                given().contentType("application/json")
                        .body(event.toString())
                        .post("/_lambda_")
                        .asString());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Body body() {
        return Body.limit(ID);
    }

    private static Response post(String body) {
        return given().contentType("application/json").body(body).post("/v1/orders");
    }
}
