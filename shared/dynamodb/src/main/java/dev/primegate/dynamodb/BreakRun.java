package dev.primegate.dynamodb;

import dev.primegate.alert.Alert;
import dev.primegate.alert.BreakAlerts;
import dev.primegate.breaks.Break;
import dev.primegate.breaks.BreakMove;
import dev.primegate.breaks.Changes;
import dev.primegate.breaks.Finding;
import dev.primegate.breaks.Recorded;
import dev.primegate.breaks.Run;
import dev.primegate.dynamodb.Transactions.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One run's way into the table. It first claims its scope; every write after that is in a
 * transaction that requires the claim, so a run that was overtaken by newer books writes nothing
 * more. What is written in part by a crash is completed by the same run: it finds less to change.
 */
final class BreakRun {
    /** Two items a break, and room for the claim and an alert. */
    private static final int BATCH = 45;

    private final Table table;
    private final Transactions transactions;
    private final Run run;

    BreakRun(Table table, Transactions transactions, Run run) {
        this.table = table;
        this.transactions = transactions;
        this.run = run;
    }

    /** Empty: somebody else wrote meanwhile, and it must be looked at again. */
    Optional<Recorded> attempt(List<Finding> findings) {
        Optional<Instant> newer = claim();
        if (newer.isPresent()) {
            return Optional.of(new Recorded.Stale(newer.get()));
        }
        boolean alerted =
                table.get(Key.breakRun(run.scope())).filter(i -> i.flag("alerted")).isPresent();
        List<Break> known =
                table.query(Key.breaks(run.scope().digest()), Key.BREAKS).stream()
                        .map(BreakItem::read)
                        .toList();
        Changes changes = Changes.of(run, known, findings);
        Recorded.Done done = changes.after(known);
        Optional<Alert> alert =
                BreakAlerts.of(run, done)
                        .filter(a -> a.action() == Alert.Action.TRIGGER || alerted);
        return write(changes.moves(), alert) ? Optional.of(done) : Optional.empty();
    }

    /** The time of the newer books that were compared before, if there are any. */
    private Optional<Instant> claim() {
        boolean claimed =
                table.updateIf(
                        Key.breakRun(run.scope()),
                        "SET runId = :id, asOf = :asOf, #type = :type",
                        "attribute_not_exists(asOf) OR asOf <= :asOf",
                        Map.of("#type", "type"),
                        Map.of(
                                ":id", AttributeValue.fromS(run.id()),
                                ":asOf", AttributeValue.fromS(Times.text(run.asOf())),
                                ":type", AttributeValue.fromS("BREAK_RUN")));
        return claimed
                ? Optional.empty()
                : table.get(Key.breakRun(run.scope())).map(item -> item.time("asOf"));
    }

    /**
     * The alert that something is wrong goes with the first break, and the one that all is well
     * with the last, so that neither is told without its cause.
     */
    private boolean write(List<BreakMove.Moved> moves, Optional<Alert> alert) {
        boolean first = alert.filter(a -> a.action() == Alert.Action.TRIGGER).isPresent();
        for (int from = 0; from < moves.size() || from == 0; from += BATCH) {
            int to = Math.min(from + BATCH, moves.size());
            boolean tells = first ? from == 0 : to == moves.size();
            List<TransactWriteItem> writes = new ArrayList<>();
            writes.add(hold(tells ? alert : Optional.empty()));
            alert.filter(_ -> tells)
                    .ifPresent(a -> writes.add(Write.put(table.name(), AlertItem.write(a))));
            moves.subList(from, to).forEach(move -> writes.addAll(writes(table.name(), move)));
            if (writes.size() > 1 && !written(writes)) {
                return false;
            }
        }
        return true;
    }

    /** Requires that the scope is still this run's, and remembers what was told. */
    private TransactWriteItem hold(Optional<Alert> alert) {
        Write.Update update =
                new Write.Update(Key.breakRun(run.scope()))
                        .set("heldBy", AttributeValue.fromS(run.id()))
                        .when("runId = %s", AttributeValue.fromS(run.id()));
        alert.ifPresent(a ->
                update.set("alerted", AttributeValue.fromBool(a.action() == Alert.Action.TRIGGER)));
        return update.build(table.name());
    }

    private boolean written(List<TransactWriteItem> writes) {
        return switch (transactions.write(writes)) {
            case Result.Written _ -> true;
            case Result.Refused _ -> false;
            case Result.Busy(String why) ->
                    throw new IllegalStateException("breaks cannot be written: " + why);
        };
    }

    /** A break as it is now, if nobody changed it since, and the note of what made it so. */
    static List<TransactWriteItem> writes(String table, BreakMove.Moved move) {
        Item item = BreakItem.write(move.now());
        long before = move.now().version() - 1;
        TransactWriteItem put =
                before == 0
                        ? Write.putIfAbsent(table, item)
                        : Write.putIf(
                                table,
                                item,
                                "version = :before",
                                Map.of(":before", AttributeValue.fromN(Long.toString(before))));
        return List.of(put, Write.put(table, BreakItem.write(move.now().id(), move.note())));
    }
}
