package dev.primegate.report;

import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.TradePage;
import dev.primegate.ledger.TradePage.Trade;
import dev.primegate.ledger.Wanted;
import dev.primegate.money.Money;
import dev.primegate.order.Account;
import dev.primegate.order.Execution;
import dev.primegate.order.Tenant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every trade of a day, in UTC and by its own time, annulled ones included: each once, and no
 * other.
 */
public record Blotter(LocalDate day, List<Trade> trades) {
    private static final int PAGE = 500;

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

    /**
     * What was traded that day.
     *
     * @param most how many trades there is room for
     * @return none if there were more
     */
    public static Optional<Blotter> of(
            Ledger ledger, Tenant tenant, Collection<Account> accounts, LocalDate day, int most) {
        List<Trade> trades = new ArrayList<>();
        for (Account account : accounts) {
            Optional<String> place = Optional.empty();
            do {
                TradePage page = ledger.trades(ofDay(tenant, account, day), place, PAGE);
                trades.addAll(page.trades());
                place = page.next();
                if (trades.size() > most) {
                    return Optional.empty();
                }
            } while (place.isPresent());
        }
        return Optional.of(new Blotter(day, trades));
    }

    private static Wanted ofDay(Tenant tenant, Account account, LocalDate day) {
        return new Wanted(
                tenant,
                account,
                Optional.empty(),
                Optional.empty(),
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
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
