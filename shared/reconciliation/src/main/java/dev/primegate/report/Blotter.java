package dev.primegate.report;

import dev.primegate.ledger.TradePage.Trade;
import dev.primegate.money.Money;
import dev.primegate.order.Execution;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every trade of a day, in UTC and by its own time, annulled ones included: each once, and no
 * other.
 */
public record Blotter(LocalDate day, List<Trade> trades) {
    public Blotter {
        trades = List.copyOf(trades);
        Set<String> seen = new HashSet<>();
        for (Trade trade : trades) {
            if (!LocalDate.ofInstant(trade.line().at(), ZoneOffset.UTC).equals(day)) {
                throw new IllegalArgumentException(
                        "%s is not of %s".formatted(trade.line().id(), day));
            }
            if (!seen.add(trade.line().position() + " " + trade.line().id())) {
                throw new IllegalArgumentException(trade.line().id() + " stands twice");
            }
        }
    }

    public Table table() {
        List<Table.Column> columns =
                Stream.of(
                                Table.Column.text(
                                        "transactTime",
                                        "execId",
                                        "account",
                                        "broker",
                                        "orderId",
                                        "brokerOrderId",
                                        "symbol",
                                        "side"),
                                Table.Column.figures("lastQty", "lastPx", "value", "fee"),
                                Table.Column.text("feeAsset", "liquidity", "venue", "busted"))
                        .flatMap(List::stream)
                        .toList();
        return new Table("blotter-" + day, columns, trades.stream().map(Blotter::row).toList());
    }

    private static List<String> row(Trade trade) {
        Execution execution = trade.line().execution();
        return List.of(
                execution.transactTime().toString(),
                execution.id().text(),
                trade.line().position().account().name(),
                trade.line().position().broker().name(),
                trade.line().order().map(Object::toString).orElse(""),
                trade.line().brokerOrderId().map(Object::toString).orElse(""),
                execution.symbol().text(),
                execution.side().name(),
                execution.lastQty().toString(),
                execution.lastPx().toString(),
                execution.value().toString(),
                execution.fee().map(Money::amount).map(Object::toString).orElse(""),
                execution.fee().map(fee -> fee.asset().code()).orElse(""),
                execution.liquidity().map(Enum::name).orElse(""),
                execution.venue().orElse(""),
                Boolean.toString(trade.busted()));
    }
}
