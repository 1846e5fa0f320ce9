package dev.primegate.reconcile;

import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.AccountReports;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.Fetched;
import dev.primegate.comparison.CashFlow;
import dev.primegate.comparison.Explanation;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Balance;
import dev.primegate.money.Decimal10;
import dev.primegate.statement.CashLine;
import dev.primegate.statement.DayBooks;
import dev.primegate.statement.Statement.Book;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The money that is at a broker now, as it says, and as the latest of its statements and our books
 * since then say.
 */
@Singleton
class LiveCash {
    private final Brokers<AccountReports> reports;
    private final OurCash ours;
    private final TheirBooks files;
    private final BookTerms terms;
    private final Assets assets;

    LiveCash(
            Brokers<AccountReports> reports,
            OurCash ours,
            TheirBooks files,
            BookTerms terms,
            SymbolMaster symbols) {
        this.reports = reports;
        this.ours = ours;
        this.files = files;
        this.terms = terms;
        this.assets = Assets.of(symbols);
    }

    /** What is known of the money at a broker. */
    sealed interface Money {
        /** Nobody said how its money counts, so it is left out. */
        record Uncounted() implements Money {}

        /** It is to be counted, and cannot be. */
        record Unknown(String why) implements Money {}

        /**
         * Both books, by currency.
         *
         * @param by how the broker counts
         * @param explained what is not settled, where the broker counts what is
         */
        record Known(
                Instant at,
                BooksConfig.CashBy by,
                Map<String, Decimal10> ours,
                Map<String, Decimal10> brokers,
                List<Explanation> explained)
                implements Money {}
    }

    /** Asks the broker, and then our books as of {@code now}. */
    Money at(BrokerId broker, List<AccountRecord> accounts, Instant now) {
        Optional<BooksConfig.CashBy> by = terms.liveCash(broker);
        if (by.isEmpty()) {
            return new Money.Uncounted();
        }
        LocalDate today = terms.dates(broker).of(now);
        Optional<DayBooks> from =
                files.areFiles(broker) ? files.before(broker, today, Book.CASH) : Optional.empty();
        if (from.isEmpty()) {
            return new Money.Unknown("no statement tells how much money there was");
        }
        if (!from.get().refused().isEmpty() || !from.get().quarantined(Book.CASH).isEmpty()) {
            return new Money.Unknown("the statement of its money cannot be read in full");
        }
        return reports.find(broker)
                .map(r ->
                        switch (r.balances()) {
                            case Fetched.Failed<List<Balance>>(String why) ->
                                    new Money.Unknown(why);
                            case Fetched.Whole<List<Balance>>(var balances, Instant at) ->
                                    known(broker, accounts, from.get(), balances, at, by.get());
                        })
                .orElseGet(() -> new Money.Unknown("it reports no balances"));
    }

    private Money known(
            BrokerId broker,
            List<AccountRecord> accounts,
            DayBooks from,
            List<Balance> balances,
            Instant at,
            BooksConfig.CashBy by) {
        LocalDate today = terms.dates(broker).of(at);
        Map<String, Decimal10> mine = new TreeMap<>();
        List<Explanation> explained = new ArrayList<>();
        for (AccountRecord account : accounts) {
            String number = account.at(broker).orElseThrow().number();
            from.lines(CashLine.class).stream()
                    .filter(line -> line.account().equals(number))
                    .filter(line -> assets.isMoney(line.asset().code()))
                    .forEach(line ->
                            mine.merge(line.asset().code(), line.traded(), Decimal10::plus));
            for (CashFlow flow : ours.flows(account, broker, from.day(), today)) {
                String asset = flow.amount().asset().code();
                if (assets.isMoney(flow.amount().asset().code())) {
                    if (flow.traded().isAfter(from.day())) {
                        mine.merge(asset, flow.amount().amount(), Decimal10::plus);
                    }
                    if (by == BooksConfig.CashBy.SETTLEMENT_DATE && !hasSettled(flow, today)) {
                        explained.add(
                                new Explanation(
                                        Explanation.Kind.UNSETTLED,
                                        asset,
                                        flow.amount().amount().negated(),
                                        flow.reference()));
                    }
                }
            }
        }
        Map<String, Decimal10> theirs = new TreeMap<>();
        balances.stream()
                .map(Balance::amount)
                .filter(money -> assets.isMoney(money.asset().code()))
                .forEach(money ->
                        theirs.merge(money.asset().code(), money.amount(), Decimal10::plus));
        return new Money.Known(at, by, mine, theirs, explained);
    }

    private static boolean hasSettled(CashFlow flow, LocalDate today) {
        return flow.settles().filter(day -> !day.isAfter(today)).isPresent();
    }
}
