package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import dev.primegate.embedded.AwsForTests;
import dev.primegate.risk.Halts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation takes its one role, and none passes without it. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class RolesTest {
    /** An operation of {@code openapi.yaml}, and the role it takes. */
    record Right(Role role, String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final String RIGHTS =
            """
            READ get /v1/orders
            READ get /v1/orders/{orderId}
            READ get /v1/orders/{orderId}/history
            READ get /v1/positions
            READ get /v1/executions
            READ get /v1/balances
            READ get /v1/breaks
            READ get /v1/breaks/{breakId}
            READ get /v1/breaks/{breakId}/notes
            READ get /v1/reports/blotter
            READ get /v1/reports/pnl
            READ get /v1/reports/recon
            READ get /v1/ops/environment
            READ get /v1/ops/orders
            READ get /health/brokers/{broker}
            TRADE post /v1/orders
            TRADE post /v1/orders:batch
            TRADE delete /v1/orders/{orderId}
            TRADE post /v1/quotes
            TRADE post /v1/order-previews
            OPERATE get /v1/halts
            OPERATE put /v1/halts/{scope}
            OPERATE get /v1/alerts
            OPERATE get /v1/reports/pages
            OPERATE get /v1/alerts/route
            OPERATE post /v1/alerts/{incident}/acknowledge
            OPERATE post /v1/alerts/{incident}/end
            OPERATE get /v1/silences
            OPERATE post /v1/silences
            OPERATE delete /v1/silences/{id}
            OPERATE get /v1/ops/brokers
            OPERATE post /v1/breaks/{breakId}/take
            OPERATE post /v1/breaks/{breakId}/explain
            OPERATE post /v1/breaks/{breakId}/close
            OPERATE post /v1/breaks/{breakId}/reopen
            APPROVE delete /v1/halts/{scope}
            BOOKS post /v1/journal
            BOOKS get /v1/accounts/{id}
            BOOKS put /v1/accounts/{id}
            BOOKS get /v1/audit/tenant
            OPERATE get /v1/audit/house
            OPERATE get /v1/runs
            OPERATE post /v1/runs/{job}
            OPERATE get /v1/reports/rates
            BOOKS get /v1/reports/margin
            """;

    @Inject TestCallers callers;
    @Inject Halts halts;

    @AfterEach
    void callAsUsual() {
        callers.callAs("tester", true);
        callers.knowNobody(false);
    }

    static Stream<Right> rights() {
        return RIGHTS.lines()
                .map(line -> line.split(" "))
                .map(cells -> new Right(Role.valueOf(cells[0]), cells[1], cells[2]));
    }

    @Test
    void everyOperationOfTheApiIsInTheTable() throws IOException {
        Set<String> described = new TreeSet<>();
        String path = "";
        for (String line : Files.readAllLines(Path.of("openapi.yaml"))) {
            Matcher at = Pattern.compile("  (/\\S+):").matcher(line);
            path = at.matches() ? at.group(1) : path;
            Matcher operation = Pattern.compile("    (get|put|post|delete|patch):").matcher(line);
            if (operation.matches()) {
                described.add(operation.group(1) + " " + path);
            }
        }

        assertThat(rights().map(Right::toString)).containsExactlyInAnyOrderElementsOf(described);
    }

    @ParameterizedTest
    @MethodSource("rights")
    void whoHasEveryOtherRoleIsRefusedAndToldWhichIsMissing(Right right) {
        callers.callAs("jane", EnumSet.complementOf(EnumSet.of(right.role())));

        ask(right)
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("https://primegate.dev/problems/role-missing"))
                .body("role", equalTo(right.role().name()));
        assertThat(halts.halted()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rights")
    void whoHasThatRoleAloneIsHeard(Right right) {
        callers.callAs("jane", Set.of(right.role()));

        ask(right).statusCode(not(oneOf(401, 403, 405, 500)));
    }

    @ParameterizedTest
    @MethodSource("rights")
    void whoIsNobodyIsNotEvenToldWhichIsMissing(Right right) {
        callers.knowNobody(true);

        ask(right)
                .statusCode(401)
                .body("code", equalTo("unauthorized"))
                .body("role", equalTo(null));
    }

    @Test
    void whoMayHaltMayNotForThatResume() {
        callers.callAs("night", Set.of(Role.OPERATE));
        given().contentType("application/json")
                .body("{\"state\":\"HALTED\",\"reason\":\"drill\",\"cancelOpenOrders\":false}")
                .put("/v1/halts/broker:paper")
                .then()
                .statusCode(200);
        try {
            given().queryParam("reason", "over")
                    .delete("/v1/halts/broker:paper")
                    .then()
                    .statusCode(403)
                    .body("role", equalTo("APPROVE"));

            assertThat(halts.halted()).hasSize(1);
        } finally {
            for (var halted : halts.cases()) {
                halts.resume(halted.scope(), "jane", "the test is over");
                halts.resume(halted.scope(), "joe", "the test is over");
            }
        }
    }

    /** With a body that nothing accepts, of an account of theirs or of what is not there. */
    private static ValidatableResponse ask(Right right) {
        String path =
                right.path()
                        .replace("accounts/{id}", "accounts/main")
                        .replaceAll("\\{\\w+}", "none");
        return given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body("{}")
                .request(right.method(), path)
                .then();
    }
}
