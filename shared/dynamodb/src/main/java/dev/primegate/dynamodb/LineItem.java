package dev.primegate.dynamodb;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.ledger.JournalId;
import dev.primegate.ledger.JournalKind;
import dev.primegate.ledger.Line;
import dev.primegate.ledger.PositionId;
import dev.primegate.money.Asset;
import dev.primegate.money.Money;
import dev.primegate.order.Account;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.ExecId;
import dev.primegate.order.OrderId;
import dev.primegate.order.Tenant;
import java.util.Optional;

/** A line of a tape as an item. */
final class LineItem {
    private LineItem() {}

    static Item write(Line line) {
        Item item =
                Item.at(Key.line(line))
                        .put("type", "LINE")
                        .put("broker", line.position().broker().name())
                        .put("symbol", line.position().symbol().text());
        return switch (line) {
            case Line.Traded traded ->
                    ExecutionItem.writeFields(item.put("line", "TRADED"), traded.execution())
                            .putText("orderId", traded.order())
                            .putText("brokerOrderId", traded.brokerOrderId())
                            .put("counted", traded.counted());
            case Line.Undone undone -> {
                undone.what().ifPresent(what -> ExecutionItem.writeFields(item, what));
                yield item.put("line", "UNDONE")
                        .put("execId", undone.execId().text())
                        .put("at", undone.at())
                        .put("why", undone.why().name())
                        .put("moves", undone.what().isPresent());
            }
            case Line.Journaled entry -> {
                entry.fee()
                        .ifPresent(fee ->
                                item.put("fee", fee.amount()).put("feeAsset", fee.asset().code()));
                yield item.put("line", "JOURNALED")
                        .put("entry", entry.entry().text())
                        .put("kind", entry.kind().name())
                        .put("at", entry.at())
                        .put("quantity", entry.quantity())
                        .put("value", entry.value());
            }
        };
    }

    static Line read(Item item) {
        String line = item.text("line");
        return switch (line) {
            case "TRADED" ->
                    new Line.Traded(
                            position(item),
                            ExecutionItem.read(item),
                            item.optionalText("orderId").map(OrderId::new),
                            item.optionalText("brokerOrderId").map(BrokerOrderId::new),
                            item.flag("counted"));
            case "UNDONE" ->
                    new Line.Undone(
                            position(item),
                            new ExecId(item.text("execId")),
                            item.time("at"),
                            Line.Undone.Why.valueOf(item.text("why")),
                            item.flag("moves")
                                    ? Optional.of(ExecutionItem.read(item))
                                    : Optional.empty());
            case "JOURNALED" ->
                    new Line.Journaled(
                            position(item),
                            new JournalId(item.text("entry")),
                            JournalKind.valueOf(item.text("kind")),
                            item.time("at"),
                            item.decimal("quantity"),
                            item.decimal("value"),
                            item.optionalDecimal("fee")
                                    .map(fee -> new Money(fee, new Asset(item.text("feeAsset")))));
            default -> throw new IllegalStateException("unknown line: " + line);
        };
    }

    /** Whose tape it is stands in its key. */
    private static PositionId position(Item item) {
        String[] names = item.text("pk").substring(Key.TAPE.length()).split("/", 2);
        return new PositionId(
                new Tenant(names[0]),
                new Account(names[1]),
                new BrokerId(item.text("broker")),
                new Symbol(item.text("symbol")));
    }
}
