package dev.primegate.dynamodb;

import dev.primegate.watch.AskedJob;
import dev.primegate.watch.JobAsk;
import dev.primegate.watch.JobAsks;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is wanted before its time: of each job an item, which says whether it was answered. */
@Singleton
class DynamoJobAsks implements JobAsks {
    private static final String OPEN = "OPEN";
    private static final String ANSWERED = "ANSWERED";

    private final Table table;

    DynamoJobAsks(Table table) {
        this.table = table;
    }

    @Override
    public List<JobAsk> open() {
        return table.query(Key.JOB_ASKS).stream()
                .filter(item -> item.text("state").equals(OPEN))
                .map(DynamoJobAsks::read)
                .toList();
    }

    @Override
    public void ask(JobAsk ask) {
        var _ =
                table.putIf(
                        item(ask, OPEN),
                        "attribute_not_exists(pk) OR #at < :at",
                        Map.of("#at", "at"),
                        Map.of(":at", time(ask.at())));
    }

    @Override
    public boolean take(JobAsk ask, Instant now, Instant until) {
        return table.putIf(
                item(ask, OPEN).put("takenUntil", until),
                "#at = :at AND #state = :open"
                        + " AND (attribute_not_exists(takenUntil) OR takenUntil <= :now)",
                Map.of("#at", "at", "#state", "state"),
                Map.of(
                        ":at",
                        time(ask.at()),
                        ":open",
                        AttributeValue.fromS(OPEN),
                        ":now",
                        time(now)));
    }

    @Override
    public void answered(JobAsk ask) {
        var _ =
                table.putIf(
                        item(ask, ANSWERED),
                        "#at = :at",
                        Map.of("#at", "at"),
                        Map.of(":at", time(ask.at())));
    }

    private static Item item(JobAsk ask, String state) {
        return Item.at(Key.jobAsk(ask.job()))
                .put("type", "JOB_ASK")
                .put("job", ask.job().name())
                .put("by", ask.by())
                .put("at", ask.at())
                .put("state", state);
    }

    private static JobAsk read(Item item) {
        return new JobAsk(AskedJob.valueOf(item.text("job")), item.text("by"), item.time("at"));
    }

    private static AttributeValue time(Instant at) {
        return AttributeValue.fromS(Times.text(at));
    }
}
