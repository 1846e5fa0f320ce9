package dev.primegate.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/** A table as {@code table.json} describes it, in the words of the AWS command line. */
public final class TableDefinition {
    private final JsonNode json;

    public TableDefinition(String text) {
        try {
            json = new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a table definition", e);
        }
    }

    /** Creates the table under {@code name}; one that is there already stays. */
    public void create(DynamoDbClient client, String name) {
        JsonNode stream = json.get("StreamSpecification");
        JsonNode ttl = json.get("TimeToLiveSpecification");
        try {
            client.createTable(table ->
                    table.tableName(name)
                            .billingMode(BillingMode.fromValue(text(json, "BillingMode")))
                            .attributeDefinitions(
                                    list(json, "AttributeDefinitions")
                                            .map(TableDefinition::attribute)
                                            .toList())
                            .keySchema(keys(json))
                            .globalSecondaryIndexes(
                                    list(json, "GlobalSecondaryIndexes")
                                            .map(TableDefinition::index)
                                            .toList())
                            .streamSpecification(s ->
                                    s.streamEnabled(stream.get("StreamEnabled").asBoolean())
                                            .streamViewType(text(stream, "StreamViewType"))));
        } catch (ResourceInUseException _) {
            return; // It was created by an earlier start on the same folder.
        }
        client.updateTimeToLive(update ->
                update.tableName(name)
                        .timeToLiveSpecification(spec ->
                                spec.attributeName(text(ttl, "AttributeName"))
                                        .enabled(ttl.get("Enabled").asBoolean())));
    }

    private static AttributeDefinition attribute(JsonNode node) {
        return AttributeDefinition.builder()
                .attributeName(text(node, "AttributeName"))
                .attributeType(text(node, "AttributeType"))
                .build();
    }

    private static GlobalSecondaryIndex index(JsonNode node) {
        return GlobalSecondaryIndex.builder()
                .indexName(text(node, "IndexName"))
                .keySchema(keys(node))
                .projection(p -> p.projectionType(text(node.get("Projection"), "ProjectionType")))
                .build();
    }

    private static List<KeySchemaElement> keys(JsonNode node) {
        return list(node, "KeySchema")
                .map(key ->
                        KeySchemaElement.builder()
                                .attributeName(text(key, "AttributeName"))
                                .keyType(text(key, "KeyType"))
                                .build())
                .toList();
    }

    private static java.util.stream.Stream<JsonNode> list(JsonNode node, String field) {
        return StreamSupport.stream(node.get(field).spliterator(), false);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }
}
