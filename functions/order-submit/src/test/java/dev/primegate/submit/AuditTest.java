package dev.primegate.submit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.primegate.embedded.AwsForTests;
import dev.primegate.proof.Proves;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Histories that somebody changed in the table, as the API tells them. */
@QuarkusTest
@QuarkusTestResource(AwsForTests.class)
class AuditTest {
    @Inject Trading trading;
    @Inject DynamoDbClient client;

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
