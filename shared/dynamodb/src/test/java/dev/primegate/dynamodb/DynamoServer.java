package dev.primegate.dynamodb;

import dev.primegate.embedded.EmbeddedDynamo;
import dev.primegate.embedded.TableDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One DynamoDB Local for a test class, a fresh table for each test. */
final class DynamoServer implements BeforeAllCallback, AfterAllCallback {
    private Optional<EmbeddedDynamo> dynamo = Optional.empty();
    private int tables;

    @Override
    public void beforeAll(ExtensionContext context) {
        dynamo = Optional.of(EmbeddedDynamo.start(Optional.empty()));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        dynamo.ifPresent(EmbeddedDynamo::close);
    }

    /** Every port over a fresh table. */
    DynamoBooks open(Clock clock) {
        DynamoDbClient client = dynamo.orElseThrow().client();
        return new DynamoBooks(client, create(client), clock);
    }

    /** A fresh table alone. */
    Table table() {
        DynamoDbClient client = dynamo.orElseThrow().client();
        String name = create(client);
        return new Table(client, () -> name);
    }

    private String create(DynamoDbClient client) {
        String name = "table-" + tables++;
        new TableDefinition(definition()).create(client, name);
        return name;
    }

    private static String definition() {
        try (InputStream json = Table.class.getResourceAsStream("table.json")) {
            return new String(Objects.requireNonNull(json).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
