package dev.primegate.dynamodb;

import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltCase.Asked;
import dev.primegate.risk.HaltNote;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.TradingState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The writes of the halt registry: one item with the scopes that stand and a version, one case for
 * each scope with who and why, and a note of each step. They are always written together.
 */
final class HaltRegistry {
    /** The registry's set of halted scopes; it was there before the other. */
    static final String SCOPES = "scopes";

    static final String VERSION = "version";
    private static final Duration NOTES_KEPT = Duration.ofDays(6 * 366);

    private HaltRegistry() {}

    static String attribute(TradingState state) {
        return state == TradingState.HALTED ? SCOPES : HaltReach.attribute(state);
    }

    static boolean stands(Item registry, HaltScope scope) {
        return registry.set(SCOPES).contains(scope.text())
                || registry.set(HaltReach.REDUCING).contains(scope.text());
    }

    /** Gives these halts, and voids every resume of their scopes that waits for a second person. */
    static List<TransactWriteItem> halt(String table, Collection<Halt> halts, Instant at) {
        List<TransactWriteItem> writes = new ArrayList<>();
        if (halts.isEmpty()) {
            return writes;
        }
        Write.Update registry = new Write.Update(Key.halts()).add(VERSION, RiskItem.number(1));
        for (TradingState state : List.of(TradingState.HALTED, TradingState.REDUCING)) {
            List<String> scopes =
                    halts.stream()
                            .filter(halt -> halt.state() == state)
                            .map(halt -> halt.scope().text())
                            .toList();
            if (!scopes.isEmpty()) {
                registry.add(attribute(state), AttributeValue.fromSs(scopes));
            }
        }
        writes.add(registry.build(table));
        for (Halt halt : halts) {
            Write.Update update =
                    new Write.Update(Key.haltCase(halt.scope()))
                            .set("haltState", AttributeValue.fromS(halt.state().name()))
                            .set("haltBy", AttributeValue.fromS(halt.by()))
                            .set("haltReason", AttributeValue.fromS(halt.reason()))
                            .set("haltAt", time(at))
                            .remove("askedBy", "askedReason", "askedUntil");
            halt.sweepUntil().ifPresent(until -> update.set("sweepUntil", time(until)));
            writes.add(update.build(table));
            writes.add(
                    note(
                            table,
                            new HaltNote(
                                    at,
                                    halt.scope(),
                                    HaltNote.Step.of(halt.state()),
                                    halt.by(),
                                    halt.reason())));
        }
        return writes;
    }

    /** Asks for a resume, if the registry is still as it was seen. */
    static List<TransactWriteItem> ask(
            String table, long version, HaltScope scope, Asked asked, Instant at) {
        return List.of(
                TransactWriteItem.builder()
                        .conditionCheck(check ->
                                check.tableName(table)
                                        .key(Key.halts().attributes())
                                        .conditionExpression("version = :version")
                                        .expressionAttributeValues(
                                                Map.of(":version", RiskItem.number(version))))
                        .build(),
                new Write.Update(Key.haltCase(scope))
                        .set("askedBy", AttributeValue.fromS(asked.by()))
                        .set("askedReason", AttributeValue.fromS(asked.reason()))
                        .set("askedUntil", time(asked.until()))
                        .build(table),
                note(
                        table,
                        new HaltNote(
                                at,
                                scope,
                                HaltNote.Step.RESUME_ASKED,
                                asked.by(),
                                asked.reason())));
    }

    /** Resumes what {@code asked} asked for, if nothing has changed since it was seen. */
    static List<TransactWriteItem> lift(String table, long version, Asked asked, HaltNote resumed) {
        return List.of(
                new Write.Update(Key.halts())
                        .add(VERSION, RiskItem.number(1))
                        .delete(SCOPES, RiskItem.set(resumed.scope()))
                        .delete(HaltReach.REDUCING, RiskItem.set(resumed.scope()))
                        .when("version = %s", RiskItem.number(version))
                        .build(table),
                new Write.Update(Key.haltCase(resumed.scope()))
                        .set("resumedAt", time(resumed.at()))
                        .remove("askedBy", "askedReason", "askedUntil")
                        .when("askedBy = %s", AttributeValue.fromS(asked.by()))
                        .when("askedUntil = %s", time(asked.until()))
                        .build(table),
                note(table, resumed));
    }

    /** Raises the lowest release that the item knows of. */
    static Write.Update retire(Key item, long release) {
        return new Write.Update(item)
                .set(RiskItem.MIN_RELEASE, RiskItem.number(release))
                .when(
                        "(attribute_not_exists(%1$s) OR %1$s < %%s)"
                                .formatted(RiskItem.MIN_RELEASE),
                        RiskItem.number(release));
    }

    private static TransactWriteItem note(String table, HaltNote note) {
        return Write.put(
                table,
                Item.at(Key.haltNote(note))
                        .put("type", "HALT_NOTE")
                        .put("at", note.at())
                        .put("scope", note.scope().text())
                        .put("action", note.step().name())
                        .put("by", note.by())
                        .put("reason", note.reason())
                        .expiring(note.at().plus(NOTES_KEPT)));
    }

    private static AttributeValue time(Instant time) {
        return AttributeValue.fromS(Times.text(time));
    }
}
