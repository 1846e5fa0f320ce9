package dev.primegate.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.embedded.EmbeddedAws;
import dev.primegate.embedded.TableStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TableStreamTest {
    @TempDir private Path folder = Path.of("replaced");

    @Test
    void everyChangeComesOnceAndInItsOrder() {
        try (EmbeddedAws aws = EmbeddedAws.start(Optional.empty(), Map.of());
                DynamoDbClient client = aws.dynamo().client();
                TableStream stream = new TableStream(aws)) {
            List<String> seen = new ArrayList<>();
            read(stream, seen);
            for (int round = 0; round < 20; round++) {
                put(client, aws.table(), round);
                read(stream, seen);
            }
            assertThat(seen)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 20).mapToObj(i -> "INSERT item " + i).toList());
        }
    }

    @Test
    void aStreamOnAFolderGoesOnAfterARestart() {
        for (int start = 0; start < 3; start++) {
            try (EmbeddedAws aws = EmbeddedAws.start(Optional.of(folder), Map.of());
                    DynamoDbClient client = aws.dynamo().client();
                    TableStream stream = new TableStream(aws)) {
                put(client, aws.table(), start);
                List<String> seen = new ArrayList<>();
                read(stream, seen);
                assertThat(seen).contains("INSERT item " + start);
            }
        }
    }

    private static void put(DynamoDbClient client, String table, int number) {
        var _ =
                client.putItem(put ->
                        put.tableName(table)
                                .item(
                                        Map.of(
                                                "pk",
                                                AttributeValue.fromS("item " + number),
                                                "sk",
                                                AttributeValue.fromS("S"),
                                                "facts",
                                                AttributeValue.fromM(Map.of()))));
    }

    private static void read(TableStream stream, List<String> seen) {
        stream.next()
                .getRecords()
                .forEach(record -> {
                    System.out.println("DBG " + record);
                    seen.add(
                            record.getEventName()
                                    + " "
                                    + Objects.requireNonNull(
                                                    record.getDynamodb().getKeys().get("pk"))
                                            .getS());
                });
    }
}
