package dev.primegate.dynamodb;

import dev.primegate.audit.Act;
import dev.primegate.audit.Trail;
import dev.primegate.breaks.Break;
import dev.primegate.breaks.BreakId;
import dev.primegate.breaks.BreakLog;
import dev.primegate.breaks.BreakMove;
import dev.primegate.breaks.BreakNote;
import dev.primegate.breaks.BreakStep;
import dev.primegate.breaks.Finding;
import dev.primegate.breaks.Recorded;
import dev.primegate.breaks.Run;
import dev.primegate.dynamodb.Transactions.Result;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Breaks in the table: a partition for each scope, so that a run reads all of it consistently. */
@Singleton
class DynamoBreakLog implements BreakLog {
    /** Persons and runs that work on one break at the same moment; never this many. */
    private static final int ROUNDS = 8;

    private final Table table;
    private final Transactions transactions;
    private final DynamoTrails trails;

    DynamoBreakLog(Table table, Transactions transactions, DynamoTrails trails) {
        this.table = table;
        this.transactions = transactions;
        this.trails = trails;
    }

    @Override
    public Recorded record(Run run, List<Finding> findings) {
        BreakRun recording = new BreakRun(table, transactions, run);
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Recorded> recorded = recording.attempt(findings);
            if (recorded.isPresent()) {
                return recorded.get();
            }
        }
        throw new IllegalStateException("too many work on the breaks of " + run.scope());
    }

    @Override
    public Optional<Break> find(BreakId id) {
        return table.get(Key.breakOf(id)).map(BreakItem::read);
    }

    @Override
    public List<Break> list(Tenant tenant, Account account, Query query) {
        List<Key> keys =
                table.queryIndex(
                        QueryRequest.builder()
                                .indexName("list")
                                .scanIndexForward(false)
                                .limit(query.limit())
                                .keyConditionExpression("listPk = :list")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":list",
                                                AttributeValue.fromS(
                                                        BreakItem.listPk(
                                                                tenant,
                                                                account,
                                                                query.closed())))));
        Map<Key, Item> items = table.getAll(keys.stream().distinct().toList());
        return keys.stream()
                .distinct()
                .map(items::get)
                .filter(Objects::nonNull)
                .map(BreakItem::read)
                // The index may be behind.
                .filter(one -> one.state().isClosed() == query.closed())
                .toList();
    }

    @Override
    public List<BreakNote> notes(BreakId id) {
        return table.query(Key.breaks(id.scope()), Key.breakNotes(id)).stream()
                .map(BreakItem::readNote)
                .toList();
    }

    @Override
    public BreakMove apply(BreakId id, BreakStep step) {
        for (int round = 0; round < ROUNDS; round++) {
            Break seen =
                    find(id).orElseThrow(
                                    () -> new IllegalArgumentException("there is no break " + id));
            if (!(seen.apply(step) instanceof BreakMove.Moved moved)) {
                return seen.apply(step);
            }
            switch (trails.write(act(moved), BreakRun.writes(table.name(), moved))) {
                case Result.Written _ -> {
                    return moved;
                }
                case Result.Refused _ -> {
                    continue;
                }
                case Result.Busy(String why) ->
                        throw new IllegalStateException("a break cannot be written: " + why);
            }
        }
        throw new IllegalStateException("too many work on the break " + id);
    }

    private static Act act(BreakMove.Moved moved) {
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("breakId", moved.now().id().text());
        facts.put("version", Long.toString(moved.now().version()));
        facts.put("state", moved.now().state().name());
        facts.put("text", moved.note().text());
        return new Act(
                Trail.of(moved.now().scope().tenant()),
                moved.note().at(),
                moved.note().by(),
                "BREAK_" + moved.note().step(),
                facts);
    }
}
