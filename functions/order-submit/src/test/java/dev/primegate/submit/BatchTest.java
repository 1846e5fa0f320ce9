package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.primegate.broker.SendOutcome;
import dev.primegate.embedded.AwsForTests;
import dev.primegate.order.Account;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.OrderId;
import dev.primegate.order.Tenant;
import dev.primegate.proof.Proves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class BatchTest {
    @Inject PaperBroker broker;
    @Inject TestCallers callers;
    @Inject BatchResource resource;

    /** Its orders are not on the lists of other tests. */
    @BeforeEach
    void actForAnother() {
        callers.actFor("batch");
    }

    @AfterEach
    void actAsUsual() {
        callers.actFor("fund");
    }

    /**
     * Not over HTTP: the mock of Lambda that Quarkus tests with <a
     * href="https://github.com/quarkusio/quarkus/issues/44551">hangs</a> on answers above 8 KB.
     */
    @Test
    void aHundredOrdersAreEachSentOnceAndAnsweredInTheirOrder() {
        List<String> names = IntStream.range(0, 100).mapToObj(i -> "many-" + i).toList();
        byte[] body =
                batch(names.stream().map(name -> Body.limit(name).build()).toList())
                        .getBytes(StandardCharsets.UTF_8);

        List<BatchResults.Result> results = resource.submit(body, null, nobody()).results();

        // A cold machine may be too late for some of the first: then nothing of them was sent.
        assertThat(results).hasSize(100).extracting(r -> r.status()).contains(201);
        for (int i = 0; i < results.size(); i++) {
            BatchResults.Result result = results.get(i);
            assertThat(result.status()).isIn(201, 503);
            assertThat(broker.sentOf(id(names.get(i)))).isEqualTo(result.status() == 201 ? 1 : 0);
            assertThat(result.order() == null ? names.get(i) : result.order().clOrdId())
                    .isEqualTo(names.get(i));
        }
    }

    @Test
    void eachOrderIsAnsweredAsIfItHadComeAlone() {
        var _ = post(List.of(Body.limit("batch-before").build()));

        post(List.of(
                        Body.limit("batch-good").build(),
                        Body.limit("batch-bad").with("side", "HOLD").build(),
                        Body.limit("batch-before").build(),
                        "7",
                        Body.limit("batch-before").with("orderQty", "0.02").build(),
                        Body.limit("batch-foreign").with("account", "other").build(),
                        Body.limit("batch-large").with("orderQty", "2").build()))
                .statusCode(200)
                .body("results.status", equalTo(List.of(201, 400, 200, 400, 422, 403, 422)))
                .body("results[0].order.orderId", equalTo(id("batch-good")))
                .body("results[0].problem", equalTo(null))
                .body("results[1].problem.violations[0].field", equalTo("side"))
                .body("results[2].replayed", equalTo(true))
                .body("results[3].problem.code", equalTo("malformed-json"))
                .body("results[4].problem.code", equalTo("client-order-id-reused"))
                .body("results[5].problem.code", equalTo("account-forbidden"))
                .body("results[6].problem.code", equalTo("max-order-notional"));
    }

    @Test
    @Proves({"E2", "X6"})
    void aBatchThatIsSentAgainSendsNothingTwice() {
        broker.next(new SendOutcome.Unknown("no answer"));
        List<String> batch =
                List.of(
                        Body.limit("again-1").build(),
                        Body.limit("again-2").build(),
                        Body.limit("again-2").build());
        post(batch).statusCode(200);

        post(batch).body("results.status", equalTo(List.of(200, 200, 200)));

        assertThat(broker.sentOf(id("again-1"))).isEqualTo(1);
        assertThat(broker.sentOf(id("again-2"))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"orders\":[]}",
                "{\"orders\":{}}",
                "{\"orders\":[{}],\"mode\":\"atomic\"}",
            })
    void whatIsNoBatchIsRefusedAsAWhole(String body) {
        raw(body).statusCode(400).body("code", equalTo("invalid-batch"));
    }

    @Test
    void aBatchHasItsBounds() {
        post(Collections.nCopies(101, "{}"))
                .statusCode(400)
                .body("detail", containsString("found 101"));
        raw("{\"orders\":[\"" + "x".repeat(600_000) + "\"]}")
                .statusCode(413)
                .body("code", equalTo("body-too-large"));
        given().urlEncodingEnabled(false)
                .contentType("application/json")
                .header("Content-Encoding", "gzip")
                .body("{}")
                .post("/v1/orders:batch")
                .then()
                .statusCode(415);
    }

    @Test
    void whoIsNotKnownMaySubmitNone() {
        callers.knowNobody(true);
        try {
            post(List.of(Body.limit("batch-anon").build())).statusCode(401);
        } finally {
            callers.knowNobody(false);
        }
        assertThat(broker.sentOf(id("batch-anon"))).isZero();
    }

    private static ValidatableResponse post(List<String> orders) {
        return raw(batch(orders));
    }

    private static String batch(List<String> orders) {
        return "{\"orders\":[" + String.join(",", orders) + "]}";
    }

    private static String id(String clOrdId) {
        return OrderId.of(new Tenant("batch"), new Account("main"), new ClOrdId(clOrdId)).text();
    }

    /** The test's callers do not ask who it is. */
    private static SecurityContext nobody() {
        return new SecurityContext() {
            @Override
            public @Nullable Principal getUserPrincipal() {
                return null;
            }

            @Override
            public boolean isUserInRole(String role) {
                return false;
            }

            @Override
            public boolean isSecure() {
                return true;
            }

            @Override
            public @Nullable String getAuthenticationScheme() {
                return null;
            }
        };
    }

    /** As it is: REST Assured would write the colon as %3A. */
    private static ValidatableResponse raw(String body) {
        return given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body(body)
                .post("/v1/orders:batch")
                .then();
    }
}
