package dev.primegate.dynamodb;

import dev.primegate.watch.Standing;
import dev.primegate.watch.Trouble;
import dev.primegate.watch.WatchBook;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What stands, an item for each; its alert is written in the same transaction, and so its end. */
@Singleton
class DynamoWatchBook implements WatchBook {
    private final Table table;
    private final Transactions transactions;

    DynamoWatchBook(Table table, Transactions transactions) {
        this.table = table;
        this.transactions = transactions;
    }

    @Override
    public List<Standing> standing() {
        return table.query(Key.WATCHES).stream()
                .map(item ->
                        new Standing(item.text("rule"), item.text("scope"), item.time("since")))
                .toList();
    }

    @Override
    public boolean begin(Trouble trouble, Instant now) {
        Standing begun = new Standing(trouble.rule().id(), trouble.scope(), now);
        Item item =
                Item.at(Key.watch(begun))
                        .put("type", "WATCH")
                        .put("rule", begun.rule())
                        .put("scope", begun.scope())
                        .put("since", begun.since());
        return written(
                Write.putIfAbsent(table.name(), item),
                Write.put(table.name(), AlertItem.write(trouble.begun(now))));
    }

    @Override
    public boolean end(Standing standing, Instant now) {
        return written(
                Write.deleteIf(
                        table.name(),
                        Key.watch(standing),
                        "since = :since",
                        Map.of(":since", AttributeValue.fromS(Times.text(standing.since())))),
                Write.put(table.name(), AlertItem.write(standing.ended(now))));
    }

    /** One that could not be decided is seen again by the next run. */
    private boolean written(TransactWriteItem... writes) {
        return switch (transactions.write(List.of(writes))) {
            case Transactions.Result.Written _ -> true;
            case Transactions.Result.Refused _ -> false;
            case Transactions.Result.Busy(String why) ->
                    throw new IllegalStateException("the watch book is busy: " + why);
        };
    }
}
