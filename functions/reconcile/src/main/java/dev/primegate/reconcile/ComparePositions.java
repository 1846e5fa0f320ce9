package dev.primegate.reconcile;

import dev.primegate.breaks.BreakScope;
import dev.primegate.breaks.Finding;
import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.BrokerAccount;
import dev.primegate.comparison.Holding;
import dev.primegate.comparison.HoldingComparison;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Digest;
import dev.primegate.statement.DayBooks;
import dev.primegate.statement.HoldingLine;
import dev.primegate.statement.Statement;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Holds what brokers' files say we held at the end of a day against our own tape of that day. */
@Singleton
class ComparePositions {
    private static final String WHAT = "positions";

    private final AccountMaster accounts;
    private final OurBooks ours;
    private final TheirBooks files;
    private final Worths worths;
    private final DayRounds rounds;

    ComparePositions(
            AccountMaster accounts,
            OurBooks ours,
            TheirBooks files,
            Worths worths,
            DayRounds rounds) {
        this.accounts = accounts;
        this.ours = ours;
        this.files = files;
        this.worths = worths;
        this.rounds = rounds;
    }

    Tally compare(Instant deadline) {
        return rounds.each(WHAT, deadline, this::compare);
    }

    /** A broker without files is compared as it stands now, by {@link WatchDrift}. */
    private Tally compare(BrokerId broker, LocalDate day) {
        if (!files.areFiles(broker)) {
            return Tally.NONE;
        }
        Tally without =
                rounds.terms().sends(broker, Statement.Book.HOLDINGS)
                        ? Tally.NONE.plus(Tally.Outcome.WAITS)
                        : Tally.NONE;
        return files.read(broker, day, Statement.Book.HOLDINGS)
                .map(books -> compare(broker, day, books))
                .orElse(without);
    }

    private Tally compare(BrokerId broker, LocalDate day, DayBooks books) {
        // What the file does not name is not held; but of a row that nobody can read, nobody knows.
        if (!books.quarantined(Statement.Book.HOLDINGS).isEmpty()) {
            return rounds.failed(broker, day, WHAT, "rows of the statement cannot be read");
        }
        // Nor of an account whose own file may be the one that was refused.
        if (!books.refused().isEmpty()) {
            return rounds.failed(broker, day, WHAT, "a file of the day was refused");
        }
        rounds.tellStrangers(broker, books);
        Tally tally = Tally.NONE;
        for (AccountRecord account : accounts.all()) {
            if (account.at(broker).isPresent()) {
                tally = tally.plus(compare(account, broker, books));
            }
        }
        return tally;
    }

    private Tally.Outcome compare(AccountRecord account, BrokerId broker, DayBooks books) {
        BrokerAccount there = account.at(broker).orElseThrow();
        List<Holding> mine = ours.holdings(account, broker, books.day());
        List<Holding> theirs =
                books.lines(HoldingLine.class).stream()
                        .filter(line -> line.account().equals(there.number()))
                        .map(Holding::of)
                        .toList();
        List<Finding> findings =
                new HoldingComparison(worths.highStake(), worths::ofSymbol)
                        .compare(mine, theirs, List.of());
        BreakScope scope =
                new BreakScope(
                        account.tenant(),
                        account.account(),
                        broker,
                        BreakScope.Subject.POSITIONS,
                        books.day());
        return rounds.breaks().keep(scope, id(mine, theirs), books.newest(), findings);
    }

    private static String id(List<Holding> mine, List<Holding> theirs) {
        return Digest.hex(Stream.of(mine, theirs).map(List::toString).toArray(String[]::new))
                .substring(0, 32);
    }
}
