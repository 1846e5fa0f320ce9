package dev.primegate.dynamodb;

import dev.primegate.alert.Alert;
import dev.primegate.book.Headroom;
import dev.primegate.book.Posting;
import dev.primegate.dynamodb.Transactions.Result;
import dev.primegate.ledger.Position;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.Prior;
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
    /** The place of the alias among the writes, when there is one. */
    private static final int ALIAS = 2;

    private final Table table;
    private final Transactions transactions;

    Postings(Table table, Transactions transactions) {
        this.table = table;
        this.transactions = transactions;
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
            case Result.Written _ -> Outcome.WRITTEN;
            case Result.Refused refused ->
                    posting.alias().isPresent() && refused.failed(ALIAS)
                            ? Outcome.ALIAS_TAKEN
                            : Outcome.MOVED;
            case Result.Busy(String why) ->
                    throw new IllegalStateException(
                            "order " + posting.order().id() + " cannot be written: " + why);
        };
    }

    /** What became of a posting. */
    enum Outcome {
        WRITTEN,
        /** Something was no longer as it was seen; nothing was written: look again. */
        MOVED,
        /** The broker has told us the same id for another order; nothing was written. */
        ALIAS_TAKEN
    }

    private List<TransactWriteItem> writes(Posting posting, Prior prior, Optional<Headroom> left) {
        String name = table.name();
        Order order = posting.order();
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(order(posting));
        writes.add(Write.putIfAbsent(name, HistoryItem.write(posting.entry())));
        posting.alias().ifPresent(alias -> writes.add(ALIAS, alias(posting)));
        posting.execution()
                .ifPresent(e -> {
                    writes.add(Write.putIfAbsent(name, ExecutionItem.write(order.id(), e)));
                    writes.add(Write.check(name, Key.bust(order.id(), e.id()), prior.busted()));
                });
        posting.busted()
                .ifPresent(e -> {
                    Item bust = Item.at(Key.bust(order.id(), e)).put("type", "BUST");
                    writes.add(Write.putIfAbsent(name, bust.put("execId", e.text())));
                    writes.add(
                            Write.check(
                                    name,
                                    Key.execution(order.id(), e),
                                    prior.booked().isPresent()));
                });
        RiskItem.move(name, posting, left).forEach(writes::add);
        position(posting).ifPresent(writes::add);
        for (Alert alert : posting.alerts()) {
            writes.add(Write.put(name, AlertItem.write(alert)));
        }
        writes.addAll(HaltRegistry.halt(name, posting.halts(), order.lastUpdateTime()));
        return writes;
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

    private Optional<TransactWriteItem> position(Posting posting) {
        Position moved = posting.position();
        if (moved.equals(Position.none(moved.broker(), moved.symbol()))) {
            return Optional.empty();
        }
        NewOrder request = posting.order().request();
        Key key = Key.position(request.tenant(), request.account(), moved.broker(), moved.symbol());
        return Optional.of(
                new Write.Update(key)
                        .add("bought", RiskItem.number(moved.bought()))
                        .add("boughtValue", RiskItem.number(moved.boughtValue()))
                        .add("sold", RiskItem.number(moved.sold()))
                        .add("soldValue", RiskItem.number(moved.soldValue()))
                        .build(table.name()));
    }
}
