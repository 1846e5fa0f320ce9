package dev.primegate.reconcile;

import dev.primegate.breaks.BreakScope;
import dev.primegate.breaks.Finding;
import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.Fetched;
import dev.primegate.comparison.TradeComparison;
import dev.primegate.comparison.TradeReport;
import dev.primegate.comparison.Trades;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Digest;
import dev.primegate.statement.DayBooks;
import dev.primegate.statement.Statement;
import dev.primegate.statement.TradeCsv;
import dev.primegate.statement.TradeDays;
import dev.primegate.statement.TradeLine;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds each broker's trades of the last days against ours, account by account. */
@Singleton
class CompareTrades {
    private static final String WHAT = "trades";

    private final AccountMaster accounts;
    private final OurBooks ours;
    private final TheirBooks files;
    private final ReportedTrades reports;
    private final DayRounds rounds;

    CompareTrades(
            AccountMaster accounts,
            OurBooks ours,
            TheirBooks files,
            ReportedTrades reports,
            DayRounds rounds) {
        this.accounts = accounts;
        this.ours = ours;
        this.files = files;
        this.reports = reports;
        this.rounds = rounds;
    }

    /** A broker that cannot be compared does not keep the others from it. */
    Tally compare(Optional<Slice> slice, Instant deadline) {
        return rounds.each(
                WHAT,
                broker -> slice.map(part -> part.has(broker)).orElse(true),
                deadline,
                (broker, day) -> compare(slice, broker, day));
    }

    private Tally compare(Optional<Slice> slice, BrokerId broker, LocalDate day) {
        return files.areFiles(broker)
                ? files.read(broker, day, Statement.Book.TRADES)
                        .map(books -> compareFiles(slice, broker, day, books))
                        .orElse(Tally.NONE.plus(Tally.Outcome.WAITS))
                : compareReport(slice, broker, day);
    }

    private Tally compareFiles(
            Optional<Slice> slice, BrokerId broker, LocalDate day, DayBooks books) {
        rounds.tellStrangers(broker, books);
        return compare(slice, broker, day, books.lines(TradeLine.class), books.newest());
    }

    private Tally compareReport(Optional<Slice> slice, BrokerId broker, LocalDate day) {
        return switch (reports.since(broker, rounds.terms().end(broker, day.minusDays(2)))) {
            case Fetched.Failed<List<TradeLine>>(String why) ->
                    rounds.failed(broker, day, WHAT, why);
            case Fetched.Whole<List<TradeLine>>(var lines, Instant at) ->
                    compare(
                            slice,
                            broker,
                            day,
                            lines.stream().filter(l -> isNear(l, day)).toList(),
                            at);
        };
    }

    private Tally compare(
            Optional<Slice> slice,
            BrokerId broker,
            LocalDate day,
            List<TradeLine> brokers,
            Instant newest) {
        Tally tally = Tally.NONE;
        for (AccountRecord account : accounts.all()) {
            Optional<String> number = account.at(broker).map(there -> there.number());
            if (number.isPresent() && slice.map(part -> part.has(account)).orElse(true)) {
                List<TradeLine> theirs =
                        brokers.stream().filter(l -> l.account().equals(number.get())).toList();
                tally = tally.plus(compare(account, broker, day, theirs, newest));
            }
        }
        return tally;
    }

    private Tally compare(
            AccountRecord account,
            BrokerId broker,
            LocalDate day,
            List<TradeLine> theirs,
            Instant newest) {
        List<TradeLine> mine = ours.trades(account, broker, day);
        List<Finding> findings = new ArrayList<>();
        TradeReport report =
                new TradeComparison(rounds.terms().rules(broker, day), new SecureRandom())
                        .compare(Trades.of(mine), Trades.of(theirs), findings::add);
        if (!report.isWhole()) {
            return rounds.failed(broker, day, WHAT, "the books have little in common");
        }
        BreakScope scope =
                new BreakScope(
                        account.tenant(),
                        account.account(),
                        broker,
                        BreakScope.Subject.TRADES,
                        day);
        Instant asOf =
                mine.stream()
                        .map(TradeLine::days)
                        .map(TradeDays::time)
                        .flatMap(Optional::stream)
                        .reduce(newest, (one, other) -> one.isAfter(other) ? one : other);
        return Tally.NONE.plus(rounds.breaks().keep(scope, id(mine, theirs), asOf, findings));
    }

    /** The same books, the same run. */
    private static String id(List<TradeLine> mine, List<TradeLine> theirs) {
        return Digest.hex(
                        Stream.of(mine, theirs)
                                .map(side ->
                                        String.join(
                                                "\n",
                                                side.stream()
                                                        .map(TradeCsv::write)
                                                        .sorted()
                                                        .toList()))
                                .toArray(String[]::new))
                .substring(0, 32);
    }

    /** Of the day, or of one beside it. */
    private static boolean isNear(TradeLine line, LocalDate day) {
        LocalDate traded = line.days().traded();
        return !traded.isBefore(day.minusDays(1)) && !traded.isAfter(day.plusDays(1));
    }
}
