package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.primegate.embedded.AwsForTests;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Halts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Histories and trails that somebody changed in the table, as the API tells them. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class AuditTest {
    @Inject Trading trading;
    @Inject DynamoDbClient client;
    @Inject TestCallers callers;
    @Inject Halts halts;

    @ConfigProperty(name = "primegate.table.name")
    String table;

    @ParameterizedTest
    @CsvSource({"by,0", "event,1", "hash,0", "previousHash,1"})
    @Proves({"N1", "X62"})
    void aFieldThatWasChangedIsFoundAtItsEntry(String field, int index) {
        String clOrdId = "audit-" + field;
        trading.submit(clOrdId);
        history(clOrdId).body("chainVerified", equalTo(true)).body("firstBad", nullValue());

        change(clOrdId, "H#%010d".formatted(index + 1), "SET #f = :v", field, "forged");

        history(clOrdId).body("chainVerified", equalTo(false)).body("firstBad", equalTo(index));
    }

    /** The order has been further than what is told of it. */
    @Test
    @Proves({"N1", "X62"})
    void anEndThatIsMissingIsFound() {
        trading.submit("audit-cut");

        client.updateItem(update ->
                update.tableName(table)
                        .key(key("audit-cut", "S"))
                        .updateExpression("ADD #f :v")
                        .expressionAttributeNames(Map.of("#f", "version"))
                        .expressionAttributeValues(Map.of(":v", AttributeValue.fromN("1"))));

        history("audit-cut")
                .body("entries.size()", equalTo(2))
                .body("chainVerified", equalTo(false))
                .body("firstBad", equalTo(2));
    }

    @AfterEach
    void callAsUsual() {
        callers.callAs("tester", true);
        callers.actFor("fund");
    }

    /** Of a tenant of its own: its chain is spoilt, mended, and spoilt elsewhere. */
    @Test
    @Proves({"N1", "X62"})
    void seededTamperingWithATrailIsFoundAtItsIndex() {
        int steps = halted("audit", 3);
        callers.keepBooksAs("ann");
        callers.actFor("audit");
        trail("/tenant")
                .body("trail", equalTo("tenant:audit"))
                .body("length", equalTo(steps))
                .body("steps.act", hasItems("HALTED", "RESUME_ASKED", "RESUMED"))
                .body("steps.version", equalTo(IntStream.rangeClosed(1, steps).boxed().toList()))
                .body("chainVerified", equalTo(true))
                .body("firstBad", nullValue())
                .body("next", nullValue());

        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            int index = random.nextInt(steps);
            Map<String, AttributeValue> step = step(index);
            Map<String, AttributeValue> forged = new HashMap<>(step);
            List<String> fields = List.of("by", "act", "at", "facts", "hash", "previousHash");
            String field = fields.get(random.nextInt(fields.size()));
            forged.put(field, forged(field));
            client.putItem(put -> put.tableName(table).item(forged));

            trail("/tenant?limit=" + (steps + random.nextInt(3)))
                    .body("chainVerified", equalTo(false))
                    .body("firstBad", equalTo(index));
            client.putItem(put -> put.tableName(table).item(step));
        }
        trail("/tenant").body("chainVerified", equalTo(true));

        client.updateItem(update ->
                update.tableName(table)
                        .key(
                                Map.of(
                                        "pk", AttributeValue.fromS("AU#tenant:audit"),
                                        "sk", AttributeValue.fromS("S")))
                        .updateExpression("ADD #f :v")
                        .expressionAttributeNames(Map.of("#f", "version"))
                        .expressionAttributeValues(Map.of(":v", AttributeValue.fromN("1"))));
        trail("/tenant").body("chainVerified", equalTo(false)).body("firstBad", equalTo(steps));
    }

    @Test
    @Proves("N1")
    void aTrailIsToldInPages() {
        int steps = halted("pages", 1);
        callers.keepBooksAs("ann");
        callers.actFor("pages");

        String next =
                trail("/tenant?limit=2")
                        .body("steps.version", equalTo(List.of(1, 2)))
                        .body("chainVerified", equalTo(true))
                        .extract()
                        .path("next");
        trail("/tenant?limit=2&cursor=" + next)
                .body("steps.version", equalTo(List.of(steps)))
                .body("chainVerified", equalTo(true))
                .body("next", nullValue());

        for (String wrong : List.of("cursor=LTE", "cursor=YQ", "cursor=%21", "limit=101")) {
            given().get("/v1/audit/tenant?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-parameter"));
        }
    }

    @Test
    @Proves("N1")
    void theHouseHasATrailOfItsOwn() {
        HaltScope scope = new HaltScope("symbol:AUDIT");
        haltAndResume(scope);

        trail("/house")
                .body("trail", equalTo("house"))
                .body("steps.facts.scope", hasItems("symbol:AUDIT"))
                .body("chainVerified", equalTo(true));
        callers.keepBooksAs("ann");
        callers.actFor("nobody");
        trail("/tenant").body("length", equalTo(0)).body("steps", equalTo(List.of()));
    }

    /** How many steps there are then. */
    private int halted(String tenant, int accounts) {
        for (int i = 0; i < accounts; i++) {
            haltAndResume(new HaltScope("account:" + tenant + "/a" + i));
        }
        return accounts * 3;
    }

    private void haltAndResume(HaltScope scope) {
        halts.halt(Halt.of(scope, "jane", "drill"));
        halts.resume(scope, "jane", "over");
        halts.resume(scope, "joe", "over");
    }

    private Map<String, AttributeValue> step(int index) {
        return client.getItem(get -> get.tableName(table).key(stepKey(index))).item();
    }

    private static Map<String, AttributeValue> stepKey(int index) {
        return Map.of(
                "pk", AttributeValue.fromS("AU#tenant:audit"),
                "sk", AttributeValue.fromS("H#%010d".formatted(index + 1)));
    }

    private static AttributeValue forged(String field) {
        return switch (field) {
            case "at" -> AttributeValue.fromS("2020-01-01T00:00:00.000000000Z");
            case "facts" -> AttributeValue.fromM(Map.of("scope", AttributeValue.fromS("all")));
            default -> AttributeValue.fromS("forged");
        };
    }

    private static ValidatableResponse trail(String which) {
        return given().get("/v1/audit" + which).then().statusCode(200);
    }

    private void change(String clOrdId, String sk, String how, String field, String value) {
        client.updateItem(update ->
                update.tableName(table)
                        .key(key(clOrdId, sk))
                        .updateExpression(how)
                        .expressionAttributeNames(Map.of("#f", field))
                        .expressionAttributeValues(Map.of(":v", AttributeValue.fromS(value))));
    }

    private static Map<String, AttributeValue> key(String clOrdId, String sk) {
        return Map.of(
                "pk", AttributeValue.fromS("O#" + Body.orderId(clOrdId)),
                "sk", AttributeValue.fromS(sk));
    }

    private static ValidatableResponse history(String clOrdId) {
        return given().get("/v1/orders/" + Body.orderId(clOrdId) + "/history")
                .then()
                .statusCode(200);
    }
}
