package dev.primegate.reconcile;

import dev.primegate.broker.AccountRecord;
import dev.primegate.comparison.Holding;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.Line;
import dev.primegate.ledger.TradePage;
import dev.primegate.ledger.Wanted;
import dev.primegate.money.Decimal10;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.settlement.Calendars;
import dev.primegate.settlement.SettlementCycles;
import dev.primegate.statement.Named;
import dev.primegate.statement.Origin;
import dev.primegate.statement.TradeDays;
import dev.primegate.statement.TradeLine;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Our ledger, as lines that a broker's can be held against. */
@Singleton
class OurBooks {
    private static final Origin ORIGIN = new Origin("ledger", 0);
    private static final int PAGE = 500;

    /** A million trades of one account in some days; more is an error, not a day. */
    private static final int MOST_PAGES = 2_000;

    private final Ledger ledger;
    private final SymbolMaster symbols;
    private final BookTerms terms;
    private final SettlementCycles cycles = SettlementCycles.standard(Calendars.standard());

    OurBooks(Ledger ledger, SymbolMaster symbols, BookTerms terms) {
        this.ledger = ledger;
        this.symbols = symbols;
        this.terms = terms;
    }

    /** Every trade of {@code day}, and of the days beside it, which may explain. */
    List<TradeLine> trades(AccountRecord account, BrokerId broker, LocalDate day) {
        List<TradeLine> lines = new ArrayList<>();
        each(new TradeDay(account, broker, day), Instant.MAX, lines::add);
        return lines;
    }

    /**
     * The same made before {@code at}, one by one as they are read, in the same order each time.
     */
    void each(TradeDay of, Instant at, Consumer<TradeLine> lines) {
        Instant from = terms.end(of.broker(), of.day().minusDays(2));
        Instant end = terms.end(of.broker(), of.day().plusDays(1));
        pages(
                of.account(),
                of.broker(),
                from,
                end.isBefore(at) ? end : at,
                trade ->
                        lines.accept(
                                line(
                                        of.number(),
                                        of.broker(),
                                        trade.line().brokerOrderId(),
                                        trade.line().execution(),
                                        trade.busted())));
    }

    List<TradePage.Trade> trades(
            AccountRecord account, BrokerId broker, Instant from, Instant until) {
        List<TradePage.Trade> trades = new ArrayList<>();
        pages(account, broker, from, until, trades::add);
        return trades;
    }

    private void pages(
            AccountRecord account,
            BrokerId broker,
            Instant from,
            Instant until,
            Consumer<TradePage.Trade> trades) {
        Wanted wanted =
                new Wanted(
                        account.tenant(),
                        account.account(),
                        Optional.empty(),
                        Optional.of(broker),
                        from,
                        until);
        Optional<String> after = Optional.empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            TradePage next = ledger.trades(wanted, after, PAGE);
            next.trades().forEach(trades);
            after = next.next();
            if (after.isEmpty()) {
                return;
            }
        }
        throw new IllegalStateException("%s has more trades than a day can".formatted(account));
    }

    /** The same line of a trade, whoever told of it; what a report does not say we work out. */
    TradeLine line(
            String number,
            BrokerId broker,
            Optional<BrokerOrderId> order,
            Execution execution,
            boolean busted) {
        Instrument instrument = symbols.get(execution.symbol());
        LocalDate traded = terms.dates(broker).of(execution.transactTime());
        return new TradeLine(
                ORIGIN,
                number,
                execution.id().text(),
                order.map(BrokerOrderId::text),
                Named.of(execution.symbol()),
                execution.side(),
                execution.lastQty(),
                execution.lastPx(),
                instrument.quote(),
                execution.fee(),
                new TradeDays(
                        traded,
                        settles(broker, instrument, traded),
                        Optional.of(execution.transactTime())),
                busted);
    }

    /**
     * What was held when {@code day} ended, by trade date and by settlement date; a trade that was
     * taken back later was never one.
     */
    List<Holding> holdings(AccountRecord account, BrokerId broker, LocalDate day) {
        List<Line> tape = tape(account, broker);
        Set<ExecId> undone = undone(tape);
        TreeMap<Symbol, Sum> sums = new TreeMap<>();
        for (Line line : tape) {
            LocalDate traded = terms.dates(broker).of(line.at());
            boolean counts =
                    switch (line) {
                        case Line.Traded t -> t.counted() && !undone.contains(t.execution().id());
                        case Line.Undone _ -> false;
                        case Line.Journaled _ -> true;
                    };
            if (counts && !traded.isAfter(day)) {
                Instrument instrument = symbols.get(line.position().symbol());
                Optional<LocalDate> settles =
                        line instanceof Line.Traded
                                ? settles(broker, instrument, traded)
                                : Optional.of(traded);
                sums.merge(
                        instrument.symbol(),
                        Sum.of(line.change().quantity(), settles.map(s -> !s.isAfter(day))),
                        Sum::plus);
            }
        }
        return sums.entrySet().stream()
                .map(sum ->
                        new Holding(
                                ORIGIN,
                                Named.of(sum.getKey()),
                                sum.getValue().traded(),
                                sum.getValue().settled()))
                .toList();
    }

    /** Every line of ours at that broker. */
    List<Line> tape(AccountRecord account, BrokerId broker) {
        return ledger.tape(account.tenant(), account.account()).stream()
                .filter(line -> line.position().broker().equals(broker))
                .toList();
    }

    /** The trades that were taken back. */
    static Set<ExecId> undone(List<Line> tape) {
        return tape.stream()
                .filter(Line.Undone.class::isInstance)
                .map(line -> ((Line.Undone) line).execId())
                .collect(Collectors.toSet());
    }

    /** When what was traded then settles, if anybody knows. */
    Optional<LocalDate> settles(BrokerId broker, Instrument instrument, LocalDate traded) {
        return cycles.settlementDate(instrument, terms.market(broker), traded, Optional.empty());
    }

    /**
     * What is held of one instrument.
     *
     * @param settled none as soon as nobody knows of one trade when it settles
     */
    private record Sum(Decimal10 traded, Optional<Decimal10> settled) {
        static Sum of(Decimal10 quantity, Optional<Boolean> settled) {
            return new Sum(quantity, settled.map(is -> is ? quantity : Decimal10.ZERO));
        }

        Sum plus(Sum other) {
            return new Sum(
                    traded.plus(other.traded),
                    settled.flatMap(one -> other.settled.map(one::plus)));
        }
    }
}
