package dev.primegate.dynamodb;

import dev.primegate.audit.Act;
import dev.primegate.audit.Link;
import dev.primegate.audit.Step;
import dev.primegate.audit.Trail;
import dev.primegate.audit.Trails;
import dev.primegate.dynamodb.Transactions.Result;
import dev.primegate.telemetry.Traces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Trails in the table, as the history of an order is: a head that counts, and a record for each
 * step. An act and its step are one transaction, under the condition that no other step came
 * between, so a trail has no fork.
 */
@Singleton
class DynamoTrails implements Trails {
    /** Steps that come between, one after the other; never this many. */
    private static final int ROUNDS = 40;

    private final Table table;
    private final Transactions transactions;

    DynamoTrails(Table table, Transactions transactions) {
        this.table = table;
        this.transactions = transactions;
    }

    @Override
    public Trodden read(Trail trail, long after, int limit) {
        // The head first: a step that is taken meanwhile is one more than it counts, not one less.
        long length = head(trail).map(item -> item.number("version")).orElse(0L);
        // One more on either side: the step they follow, and whether any follows them.
        Table.Page page =
                table.page(
                        Key.trail(trail).pk(),
                        Key.step(trail, after).sk(),
                        Key.step(trail, Key.LAST_STEP).sk(),
                        limit + 2);
        List<Step> steps = new ArrayList<>(page.items().stream().map(StepItem::read).toList());
        Optional<Step> before =
                !steps.isEmpty() && after > 0 && steps.getFirst().version() == after
                        ? Optional.of(steps.removeFirst())
                        : Optional.empty();
        boolean isEnd = !page.more() && steps.size() <= limit;
        return new Trodden(after, before, steps.stream().limit(limit).toList(), length, isEnd);
    }

    /**
     * Writes all of {@code writes} and the step of {@code act}, or none.
     *
     * @return refused only for a condition of {@code writes}
     */
    Result write(Act act, List<TransactWriteItem> writes) {
        for (int round = 0; round < ROUNDS; round++) {
            List<TransactWriteItem> all = new ArrayList<>(writes);
            all.addAll(step(act));
            Result result = transactions.write(all);
            if (!(result instanceof Result.Refused refused) || isRefused(refused, writes.size())) {
                return result;
            }
        }
        return new Result.Busy("too many steps at once on " + act.trail());
    }

    /** The writes of the next step, refused if another comes first. */
    List<TransactWriteItem> step(Act act) {
        Step step = next(act);
        Write.Update head =
                new Write.Update(Key.trail(step.trail()))
                        .set("version", RiskItem.number(step.version()))
                        .set("headHash", AttributeValue.fromS(step.hash()));
        return List.of(
                (step.version() == 1
                                ? head.when("attribute_not_exists(pk)")
                                : head.when("version = %s", RiskItem.number(step.version() - 1)))
                        .build(table.name()),
                Write.putIfAbsent(table.name(), StepItem.write(step)));
    }

    private static boolean isRefused(Result.Refused refused, int writes) {
        for (int i = 0; i < writes; i++) {
            if (refused.failed(i)) {
                return true;
            }
        }
        return false;
    }

    private Step next(Act act) {
        Optional<Item> head = head(act.trail());
        return Step.after(
                head.map(item -> item.number("version")).orElse(0L),
                head.map(item -> item.text("headHash")).orElse(Link.START),
                Traces.current().map(trace -> act.with("traceId", trace.id())).orElse(act));
    }

    private Optional<Item> head(Trail trail) {
        return table.get(Key.trail(trail));
    }
}
