package dev.primegate.dynamodb;

import dev.primegate.instrument.Symbol;
import dev.primegate.money.Asset;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.Liquidity;
import dev.primegate.order.OrderId;
import dev.primegate.order.Side;

/** An execution as an item. */
final class ExecutionItem {
    private ExecutionItem() {}

    static Item write(OrderId order, Execution execution) {
        return writeFields(Item.at(Key.execution(order, execution.id())), execution)
                .put("type", "EXECUTION");
    }

    static Item writeFields(Item item, Execution execution) {
        item.put("execId", execution.id().text())
                .put("symbol", execution.symbol().text())
                .put("side", execution.side().name())
                .put("lastQty", execution.lastQty())
                .put("lastPx", execution.lastPx().amount())
                .put("transactTime", execution.transactTime())
                .put("received", execution.received())
                .putText("corrects", execution.corrects())
                .putText("liquidity", execution.liquidity())
                .putText("venue", execution.venue());
        execution
                .fee()
                .ifPresent(
                        fee -> item.put("fee", fee.amount()).put("feeAsset", fee.asset().code()));
        return item;
    }

    static Execution read(Item item) {
        return new Execution(
                new ExecId(item.text("execId")),
                new Symbol(item.text("symbol")),
                Side.valueOf(item.text("side")),
                item.quantity("lastQty"),
                new Price(item.decimal("lastPx")),
                item.optionalDecimal("fee")
                        .map(fee -> new Money(fee, new Asset(item.text("feeAsset")))),
                item.time("transactTime"),
                item.optionalText("corrects").map(ExecId::new),
                item.optionalText("liquidity").map(Liquidity::valueOf),
                item.optionalText("venue"),
                item.text("received"));
    }
}
