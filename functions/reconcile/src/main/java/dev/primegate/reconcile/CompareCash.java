package dev.primegate.reconcile;

import dev.primegate.breaks.BreakScope;
import dev.primegate.breaks.Finding;
import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.AccountRecord;
import dev.primegate.comparison.CashComparison;
import dev.primegate.comparison.CashDay;
import dev.primegate.comparison.CashFlow;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Money;
import dev.primegate.order.Digest;
import dev.primegate.statement.CashLine;
import dev.primegate.statement.DayBooks;
import dev.primegate.statement.JournalLine;
import dev.primegate.statement.Statement.Book;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds what brokers' files say our money moved from one statement to the next against what our
 * trades, fees and journal say it moved.
 */
@Singleton
class CompareCash {
    private static final String WHAT = "cash";

    private final AccountMaster accounts;
    private final OurCash ours;
    private final TheirBooks files;
    private final Worths worths;
    private final DayRounds rounds;
    private final Assets assets;

    CompareCash(
            AccountMaster accounts,
            OurCash ours,
            TheirBooks files,
            Worths worths,
            DayRounds rounds,
            SymbolMaster symbols) {
        this.accounts = accounts;
        this.ours = ours;
        this.files = files;
        this.worths = worths;
        this.rounds = rounds;
        this.assets = Assets.of(symbols);
    }

    Tally compare(Instant deadline) {
        return rounds.each(WHAT, deadline, this::compare);
    }

    /** The first statement there is has none before it, and is compared with nothing. */
    private Tally compare(BrokerId broker, LocalDate day) {
        if (!files.areFiles(broker)) {
            return Tally.NONE;
        }
        Optional<DayBooks> after = files.read(broker, day, Book.CASH);
        Optional<DayBooks> before = files.before(broker, day, Book.CASH);
        if (after.isEmpty()) {
            return rounds.terms().sends(broker, Book.CASH)
                    ? Tally.NONE.plus(Tally.Outcome.WAITS)
                    : Tally.NONE;
        }
        return before.map(from -> compare(broker, from, after.get())).orElse(Tally.NONE);
    }

    private Tally compare(BrokerId broker, DayBooks before, DayBooks after) {
        List<DayBooks> days = files.between(broker, before.day(), after.day());
        Optional<String> lacking = lacking(Stream.concat(Stream.of(before), days.stream()));
        if (lacking.isPresent()) {
            return rounds.failed(broker, after.day(), WHAT, lacking.get());
        }
        Tally tally = Tally.NONE;
        for (AccountRecord account : accounts.all()) {
            Optional<String> number = account.at(broker).map(there -> there.number());
            if (number.isPresent()) {
                CashDay cash =
                        new CashDay(
                                before.day(),
                                after.day(),
                                cash(before, number.get()),
                                cash(after, number.get()),
                                journal(days, number.get()));
                Instant newest =
                        Stream.concat(Stream.of(before), days.stream())
                                .map(DayBooks::newest)
                                .reduce(Instant.EPOCH, (a, b) -> a.isAfter(b) ? a : b);
                tally = tally.plus(compare(account, broker, cash, newest));
            }
        }
        return tally;
    }

    private Tally.Outcome compare(
            AccountRecord account, BrokerId broker, CashDay cash, Instant newest) {
        // A coin is counted with the positions, unless the broker counts it as money.
        boolean countsCoins = rounds.terms().countsCoins(broker);
        List<CashFlow> flows =
                ours.flows(account, broker, cash.from(), cash.until()).stream()
                        .filter(flow ->
                                countsCoins
                                        || assets.isMoney(flow.amount().asset().code())
                                        || cash.names(flow.amount().asset()))
                        .toList();
        List<Finding> findings =
                new CashComparison(worths.highStake(), this::coin).compare(cash, flows);
        BreakScope scope =
                new BreakScope(
                        account.tenant(),
                        account.account(),
                        broker,
                        BreakScope.Subject.CASH,
                        cash.until());
        String id = Digest.hex(cash.toString(), flows.toString()).substring(0, 32);
        return rounds.breaks().keep(scope, id, newest, findings);
    }

    private Optional<Money> coin(Money amount) {
        return assets.isMoney(amount.asset().code())
                ? Optional.empty()
                : Optional.of(worths.ofAsset(amount));
    }

    /** A row or a file that nobody can read may be the one that explains. */
    private static Optional<String> lacking(Stream<DayBooks> days) {
        return days.flatMap(books -> lacking(books).stream()).findFirst();
    }

    private static Optional<String> lacking(DayBooks books) {
        if (!books.refused().isEmpty()) {
            return Optional.of("a file of %s was refused".formatted(books.day()));
        }
        return Stream.of(Book.CASH, Book.JOURNAL).allMatch(b -> books.quarantined(b).isEmpty())
                ? Optional.empty()
                : Optional.of("rows of %s cannot be read".formatted(books.day()));
    }

    private static List<CashLine> cash(DayBooks books, String number) {
        return books.lines(CashLine.class).stream()
                .filter(line -> line.account().equals(number))
                .toList();
    }

    private static List<JournalLine> journal(List<DayBooks> days, String number) {
        return days.stream()
                .flatMap(books -> books.lines(JournalLine.class).stream())
                .filter(line -> line.account().equals(number))
                .toList();
    }
}
