package dev.primegate.dynamodb;

import dev.primegate.watch.JobRun;
import dev.primegate.watch.JobRuns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** When jobs ended, one item for each. */
@Singleton
class DynamoJobRuns implements JobRuns {
    private final Table table;

    DynamoJobRuns(Table table) {
        this.table = table;
    }

    @Override
    public List<JobRun> all() {
        return table.query(Key.JOB_RUNS).stream()
                .map(item -> new JobRun(item.text("job"), item.time("at")))
                .toList();
    }

    @Override
    public void expect(String job, Instant now) {
        table.putIfAbsent(item(job, now));
    }

    @Override
    public void ended(String job, Instant at) {
        var _ =
                table.putIf(
                        item(job, at),
                        "attribute_not_exists(pk) OR #at < :at",
                        Map.of("#at", "at"),
                        Map.of(":at", AttributeValue.fromS(Times.text(at))));
    }

    private static Item item(String job, Instant at) {
        return Item.at(Key.jobRun(job)).put("type", "JOB_RUN").put("job", job).put("at", at);
    }
}
