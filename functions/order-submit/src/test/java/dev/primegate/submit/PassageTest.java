package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.embedded.AwsForTests;
import dev.primegate.proof.Proves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stages each order passes, as its line in the log says. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class PassageTest {
    private static final String SENT = "normalise,risk,route,adapt,admit,send,record";
    private static final int MANY = 8;

    private final HeardLog log = HeardLog.open();

    @AfterEach
    void close() {
        log.close();
    }

    @ParameterizedTest
    @CsvSource({"LIMIT,GTC,60000", "LIMIT,DAY,59999", "LIMIT,IOC,59998", "LIMIT,FOK,59997"})
    @Proves("A2")
    void anOrderIsNormalisedCheckedRoutedAndOnlyThenGivenToItsAdapter(
            String type, String life, String price) {
        submit(
                Body.limit("passage-" + life)
                        .with("ordType", type)
                        .with("timeInForce", life)
                        .with("price", price),
                201);

        assertThat(passages()).containsExactly(SENT);
    }

    @Test
    @Proves("A2")
    void eachOrderOfABatchPassesAllOfThem() {
        String orders =
                IntStream.range(0, MANY)
                        .mapToObj(i ->
                                Body.limit("passage-" + i).with("price", "" + (58000 + i)).build())
                        .collect(Collectors.joining(",", "{\"orders\":[", "]}"));

        given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body(orders)
                .post("/v1/orders:batch")
                .then()
                .statusCode(200);

        assertThat(passages()).hasSize(MANY).containsOnly(SENT);
    }

    /** What is refused goes no further. */
    @Test
    @Proves("A2")
    void aDeniedOrderIsNeitherRoutedNorGivenToAnAdapter() {
        submit(Body.limit("passage-denied").with("price", "90000000"), 422);

        assertThat(passages()).containsExactly("normalise,risk");
    }

    private static void submit(Body body, int status) {
        given().contentType("application/json")
                .body(body.build())
                .post("/v1/orders")
                .then()
                .statusCode(status);
    }

    /** The stages alone: how long they took proves nothing here. */
    private List<String> passages() {
        return log.lines().stream()
                .filter(line -> line.contains("event=passed "))
                .map(line -> line.substring(line.indexOf("spans=") + "spans=".length()).strip())
                .map(spans -> spans.replaceAll(":[0-9.]+", ""))
                .toList();
    }
}
