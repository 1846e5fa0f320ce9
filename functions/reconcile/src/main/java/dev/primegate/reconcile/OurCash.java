package dev.primegate.reconcile;

import dev.primegate.broker.AccountRecord;
import dev.primegate.comparison.CashFlow;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Line;
import dev.primegate.money.Asset;
import dev.primegate.money.Money;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.Side;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What our books say moved money, and what is traded for it, since some brokers keep both alike:
 * trades, their fees, and the journal.
 */
@Singleton
class OurCash {
    /** Days within which every trade settles; what is older has settled. */
    private static final int LONGEST_CYCLE = 14;

    private final OurBooks books;
    private final SymbolMaster symbols;
    private final BookTerms terms;

    OurCash(OurBooks books, SymbolMaster symbols, BookTerms terms) {
        this.books = books;
        this.symbols = symbols;
        this.terms = terms;
    }

    /**
     * What moved money after {@code from} and not after {@code until}, by trade date or by
     * settlement date; a trade that was taken back later moved none.
     */
    List<CashFlow> flows(AccountRecord account, BrokerId broker, LocalDate from, LocalDate until) {
        List<Line> tape = books.tape(account, broker);
        Set<ExecId> undone = OurBooks.undone(tape);
        List<CashFlow> flows = new ArrayList<>();
        for (Line line : tape) {
            LocalDate traded = terms.dates(broker).of(line.at());
            if (traded.isAfter(from.minusDays(LONGEST_CYCLE)) && !traded.isAfter(until)) {
                switch (line) {
                    case Line.Traded t when t.counted() && !undone.contains(t.execution().id()) ->
                            flows.addAll(flows(broker, t.execution(), traded));
                    case Line.Traded _, Line.Undone _ -> {}
                    case Line.Journaled j -> {
                        Asset base = symbols.get(j.position().symbol()).base();
                        if (j.quantity().signum() != 0) {
                            flows.add(journaled(j, new Money(j.quantity(), base), traded));
                        }
                        j.fee().ifPresent(fee -> flows.add(journaled(j, negated(fee), traded)));
                    }
                }
            }
        }
        return flows;
    }

    private static CashFlow journaled(Line.Journaled line, Money amount, LocalDate day) {
        return new CashFlow(
                CashFlow.Kind.JOURNAL, line.entry().text(), amount, day, Optional.of(day));
    }

    private List<CashFlow> flows(BrokerId broker, Execution execution, LocalDate traded) {
        Instrument instrument = symbols.get(execution.symbol());
        Optional<LocalDate> settles = books.settles(broker, instrument, traded);
        Money paid = new Money(execution.value(), instrument.quote());
        Money got = new Money(execution.side().signed(execution.lastQty()), instrument.base());
        List<CashFlow> flows = new ArrayList<>();
        for (Money proceeds : List.of(got, execution.side() == Side.BUY ? negated(paid) : paid)) {
            flows.add(
                    new CashFlow(
                            CashFlow.Kind.PROCEEDS,
                            execution.id().text(),
                            proceeds,
                            traded,
                            settles));
        }
        execution
                .fee()
                .ifPresent(fee ->
                        flows.add(
                                new CashFlow(
                                        CashFlow.Kind.FEE,
                                        execution.id().text(),
                                        negated(fee),
                                        traded,
                                        settles)));
        return flows;
    }

    private static Money negated(Money money) {
        return new Money(money.amount().negated(), money.asset());
    }
}
