package dev.primegate.embedded;

import static software.amazon.awssdk.services.dynamodb.model.ShardIteratorType.AFTER_SEQUENCE_NUMBER;
import static software.amazon.awssdk.services.dynamodb.model.ShardIteratorType.TRIM_HORIZON;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The table's stream from its beginning, read as Lambda's event source mapping reads it. */
public final class TableStream implements AutoCloseable {
    private final DynamoDbStreamsClient client;
    private final String arn;

    /** The last sequence number that was read of each shard. */
    private final Map<String, String> read = new HashMap<>();

    public TableStream(EmbeddedAws aws) {
        client = aws.dynamo().streamsClient();
        arn =
                client.listStreams(list -> list.tableName(aws.table()))
                        .streams()
                        .getFirst()
                        .streamArn();
    }

    /** What was written since the last call, in order; perhaps nothing. */
    public DynamodbEvent next() {
        List<DynamodbStreamRecord> records = new ArrayList<>();
        for (Shard shard :
                client.describeStream(describe -> describe.streamArn(arn))
                        .streamDescription()
                        .shards()) {
            records.addAll(recordsOf(shard.shardId()));
        }
        DynamodbEvent event = new DynamodbEvent();
        event.setRecords(records);
        return event;
    }

    @Override
    public void close() {
        client.close();
    }

    /**
     * From a new iterator each time: DynamoDB Local refuses one that was taken while the shard was
     * empty.
     */
    private List<DynamodbStreamRecord> recordsOf(String shardId) {
        String last = read.get(shardId);
        String iterator =
                client.getShardIterator(get ->
                                get.streamArn(arn)
                                        .shardId(shardId)
                                        .shardIteratorType(
                                                last == null ? TRIM_HORIZON : AFTER_SEQUENCE_NUMBER)
                                        .sequenceNumber(last))
                        .shardIterator();
        List<DynamodbStreamRecord> records = records(iterator);
        if (!records.isEmpty()) {
            read.put(shardId, records.getLast().getDynamodb().getSequenceNumber());
        }
        return records;
    }

    private List<DynamodbStreamRecord> records(String iterator) {
        try {
            return client.getRecords(get -> get.shardIterator(iterator)).records().stream()
                    .map(StreamRecords::lambda)
                    .toList();
        } catch (TrimmedDataAccessException _) {
            return List.of(); // The first record came just now; the next iterator brings it.
        }
    }
}
