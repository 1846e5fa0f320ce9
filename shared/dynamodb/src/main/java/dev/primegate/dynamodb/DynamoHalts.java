package dev.primegate.dynamodb;

import dev.primegate.alert.HaltAlerts;
import dev.primegate.dynamodb.Transactions.Result;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltCase;
import dev.primegate.risk.HaltCase.Asked;
import dev.primegate.risk.HaltNote;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Halts;
import dev.primegate.risk.Resumption;
import dev.primegate.risk.TradingState;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Halts, in every headroom item they cover. First the registry, so that what is born from then on
 * is born halted; then every item there is. A resume goes the same way.
 */
@Singleton
class DynamoHalts implements Halts {
    /** Others who halt and resume at the same moment; never this many. */
    private static final int ROUNDS = 12;

    private final Table table;
    private final Transactions transactions;
    private final HaltItems items;
    private final DynamoTrails trails;
    private final Clock clock;

    DynamoHalts(
            Table table,
            Transactions transactions,
            HaltItems items,
            DynamoTrails trails,
            Clock clock) {
        this.table = table;
        this.transactions = transactions;
        this.items = items;
        this.trails = trails;
        this.clock = clock;
    }

    @Override
    public void halt(Halt halt) {
        Instant now = clock.instant();
        List<TransactWriteItem> writes =
                new ArrayList<>(HaltRegistry.halt(table.name(), List.of(halt), now));
        writes.add(Write.put(table.name(), AlertItem.write(HaltAlerts.halted(halt, now))));
        HaltNote note =
                new HaltNote(
                        now,
                        halt.scope(),
                        HaltNote.Step.of(halt.state()),
                        halt.by(),
                        halt.reason());
        if (!write(note, writes)) {
            throw new IllegalStateException("a halt has no condition, and one failed");
        }
        items.spread(halt.scope(), halt.state());
    }

    @Override
    public Resumption resume(HaltScope scope, String by, String reason) {
        for (int round = 0; round < ROUNDS; round++) {
            Item registry = table.get(Key.halts()).orElse(new Item(Map.of()));
            if (!HaltRegistry.stands(registry, scope)) {
                if (items.release(scope)) {
                    return new Resumption.Resumed();
                }
            } else {
                Optional<Resumption> answer = resume(registry, scope, by, reason);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
        }
        throw new IllegalStateException(scope + " is halted and resumed by too many at once");
    }

    /** Empty: what was seen has changed, or the scope is lifted and its items are not yet. */
    private Optional<Resumption> resume(Item registry, HaltScope scope, String by, String reason) {
        Instant now = clock.instant();
        long version = registry.number(HaltRegistry.VERSION);
        Optional<Asked> asked =
                table.get(Key.haltCase(scope))
                        .flatMap(DynamoHalts::asked)
                        .filter(a -> a.until().isAfter(now));
        if (asked.isEmpty()) {
            Asked mine = new Asked(by, reason, now.plus(APPROVABLE));
            HaltNote note = new HaltNote(now, scope, HaltNote.Step.RESUME_ASKED, by, reason);
            return write(note, HaltRegistry.ask(table.name(), version, scope, mine, now))
                    ? Optional.of(new Resumption.Asked(mine.until()))
                    : Optional.empty();
        }
        if (asked.get().by().equals(by)) {
            return Optional.of(new Resumption.SecondPersonNeeded(by, asked.get().until()));
        }
        HaltNote note = new HaltNote(now, scope, HaltNote.Step.RESUMED, by, reason);
        List<TransactWriteItem> writes =
                new ArrayList<>(HaltRegistry.lift(table.name(), version, asked.get(), note));
        writes.add(Write.put(table.name(), AlertItem.write(HaltAlerts.resumed(scope, by, now))));
        var _ = write(note, writes);
        return Optional.empty();
    }

    @Override
    public List<HaltCase> cases() {
        Item registry = table.get(Key.halts()).orElse(new Item(Map.of()));
        return table.query(Key.halts().pk(), Key.HALT_CASES).stream()
                .map(item -> read(item, registry))
                .toList();
    }

    @Override
    public List<HaltNote> notes(int limit) {
        return table.latest(Key.halts().pk(), Key.HALT_NOTES, limit).stream()
                .map(item ->
                        new HaltNote(
                                item.time("at"),
                                new HaltScope(item.text("scope")),
                                HaltNote.Step.valueOf(item.text("action")),
                                item.text("by"),
                                item.text("reason")))
                .toList();
    }

    @Override
    public void swept(HaltScope scope, Instant haltedAt) {
        try {
            table.client()
                    .updateItem(update ->
                            update.tableName(table.name())
                                    .key(Key.haltCase(scope).attributes())
                                    .updateExpression("REMOVE sweepUntil")
                                    .conditionExpression("haltAt = :at")
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":at",
                                                    AttributeValue.fromS(Times.text(haltedAt)))));
        } catch (ConditionalCheckFailedException _) {
            return; // Halted again meanwhile: that one's sweep goes on.
        }
    }

    @Override
    public void complete() {
        items.complete();
    }

    @Override
    public void retireBefore(long release) {
        // The version goes up, so that an account that is being made is made with it.
        Write.Update registry =
                HaltRegistry.retire(Key.halts(), release)
                        .add(HaltRegistry.VERSION, RiskItem.number(1));
        var _ = isWritten(transactions.write(List.of(registry.build(table.name()))));
        items.retireBefore(release);
    }

    private static HaltCase read(Item item, Item registry) {
        HaltScope scope = new HaltScope(item.text("sk").substring(Key.HALT_CASES.length()));
        TradingState state = TradingState.ACTIVE;
        if (registry.set(HaltRegistry.SCOPES).contains(scope.text())) {
            state = TradingState.HALTED;
        } else if (registry.set(HaltReach.REDUCING).contains(scope.text())) {
            state = TradingState.REDUCING;
        }
        return new HaltCase(
                scope,
                state,
                new Halt(
                        scope,
                        TradingState.valueOf(item.text("haltState")),
                        item.text("haltBy"),
                        item.text("haltReason"),
                        item.optionalTime("sweepUntil")),
                item.time("haltAt"),
                asked(item),
                item.optionalTime("resumedAt"));
    }

    private static Optional<Asked> asked(Item item) {
        return item.optionalText("askedBy")
                .map(by -> new Asked(by, item.text("askedReason"), item.time("askedUntil")));
    }

    private boolean write(HaltNote note, List<TransactWriteItem> writes) {
        return isWritten(trails.write(note.act(), writes));
    }

    /** False if a condition failed: what was seen has changed. */
    private static boolean isWritten(Result result) {
        return switch (result) {
            case Result.Written _ -> true;
            case Result.Refused _ -> false;
            case Result.Busy(String why) ->
                    throw new IllegalStateException("the halt registry cannot be written: " + why);
        };
    }
}
