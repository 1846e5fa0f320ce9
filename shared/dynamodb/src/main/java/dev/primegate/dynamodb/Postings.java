package dev.primegate.dynamodb;

import dev.primegate.alert.Alert;
import dev.primegate.book.Headroom;
import dev.primegate.book.Posting;
import dev.primegate.dynamodb.Transactions.Result;
import dev.primegate.ledger.Orphan;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.Order;
import dev.primegate.order.OrderId;
import dev.primegate.order.Prior;
import dev.primegate.telemetry.Meters;
import dev.primegate.telemetry.Metric;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Writes postings: everything one change of an order brings, in one transaction. */
@Singleton
class Postings {
    private static final int ORDER = 0;

    /** The place of what this order may have to share with others; the alias before the claim. */
    private static final int SHARED = 2;

    private final Table table;
    private final Transactions transactions;
    private final Meters meters;

    Postings(Table table, Transactions transactions, Meters meters) {
        this.table = table;
        this.transactions = transactions;
        this.meters = meters;
    }

    /**
     * Writes it all, if the order, the execution and the headroom are still as they were seen.
     *
     * @param prior what was on tape
     * @param left the headroom that was looked at, when the posting overdraws or might
     * @throws IllegalStateException if the table does not answer; whether it was written is then
     *     not known, and telling the news again does no harm
     */
    Outcome write(Posting posting, Prior prior, Optional<Headroom> left) {
        return switch (transactions.write(writes(posting, prior, left))) {
            case Result.Written _ -> {
                count(posting);
                yield new Outcome.Written();
            }
            case Result.Refused refused -> refused(posting, refused);
            case Result.Busy(String why) ->
                    throw new IllegalStateException(
                            "order " + posting.order().id() + " cannot be written: " + why);
        };
    }

    /** Every execution is booked here, whoever brings it; an orphan's was counted as an orphan. */
    private void count(Posting posting) {
        if (posting.execution().isPresent() && posting.attached().isEmpty()) {
            meters.count(Metric.FILLS, posting.order().route().broker().name());
        }
    }

    /** An order that is no longer as it was seen may have taken its own alias or execution. */
    private static Outcome refused(Posting posting, Result.Refused refused) {
        int claim = SHARED + (posting.alias().isPresent() ? 1 : 0);
        if (refused.failed(ORDER)) {
            return new Outcome.Moved();
        }
        if (posting.alias().isPresent() && refused.failed(SHARED)) {
            return new Outcome.AliasTaken();
        }
        return posting.execution().isPresent() && refused.failed(claim)
                ? new Outcome.ExecutionTaken(refused.found(claim))
                : new Outcome.Moved();
    }

    /** What became of a posting. */
    sealed interface Outcome {
        record Written() implements Outcome {}

        /** Something was no longer as it was seen; nothing was written: look again. */
        record Moved() implements Outcome {}

        /** The broker has told us the same id for another order; nothing was written. */
        record AliasTaken() implements Outcome {}

        /** The execution is another order's, or an orphan; nothing was written. */
        record ExecutionTaken(Item claim) implements Outcome {}
    }

    private List<TransactWriteItem> writes(Posting posting, Prior prior, Optional<Headroom> left) {
        String name = table.name();
        Order order = posting.order();
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(order(posting));
        writes.add(Write.putIfAbsent(name, HistoryItem.write(posting.entry())));
        posting.alias().ifPresent(_ -> writes.add(alias(posting)));
        posting.execution().ifPresent(e -> executed(writes, posting, e, prior));
        posting.busted()
                .ifPresent(e -> {
                    writes.add(Write.putIfAbsent(name, bust(order.id(), e)));
                    writes.add(
                            Write.check(
                                    name,
                                    Key.execution(order.id(), e),
                                    prior.booked().isPresent()));
                });
        RiskItem.move(name, posting, left).forEach(writes::add);
        posting.shiftsElsewhere().forEach(shift -> writes.add(RiskItem.shift(name, shift)));
        PositionItem.writes(name, posting.lines()).forEach(writes::add);
        posting.relabelled().ifPresent(line -> writes.add(Write.put(name, LineItem.write(line))));
        for (Alert alert : posting.alerts()) {
            writes.add(Write.put(name, AlertItem.write(alert)));
        }
        writes.addAll(HaltRegistry.halt(name, posting.halts(), order.lastUpdateTime()));
        return writes;
    }

    /** The claim first: its place is known. */
    private void executed(
            List<TransactWriteItem> writes, Posting posting, Execution execution, Prior prior) {
        String name = table.name();
        OrderId order = posting.order().id();
        writes.add(
                ClaimItem.give(
                        name,
                        posting.order().route().broker(),
                        execution.id(),
                        order,
                        posting.attached()));
        writes.add(Write.putIfAbsent(name, ExecutionItem.write(order, execution)));
        boolean bustComesAlong = posting.attached().filter(Orphan::busted).isPresent();
        writes.add(
                bustComesAlong
                        ? Write.put(name, bust(order, execution.id()))
                        : Write.check(name, Key.bust(order, execution.id()), prior.busted()));
    }

    private static Item bust(OrderId order, ExecId execution) {
        return Item.at(Key.bust(order, execution))
                .put("type", "BUST")
                .put("execId", execution.text());
    }

    private TransactWriteItem order(Posting posting) {
        Item item = OrderItem.write(posting.order(), posting.entry().hash(), posting.due());
        return Write.putIf(
                table.name(),
                item,
                "version = :before",
                Map.of(
                        ":before",
                        AttributeValue.fromN(Long.toString(posting.order().version() - 1))));
    }

    private TransactWriteItem alias(Posting posting) {
        Order order = posting.order();
        Item item =
                Item.at(Key.alias(order.route().broker(), posting.alias().orElseThrow()))
                        .put("type", "ALIAS")
                        .put("orderId", order.id().text())
                        .put("account", order.request().account().name())
                        .put("symbol", order.request().symbol().text())
                        .put("side", order.request().side().name());
        return Write.putIf(
                table.name(),
                item,
                "attribute_not_exists(pk) OR orderId = :order",
                Map.of(":order", AttributeValue.fromS(order.id().text())));
    }
}
