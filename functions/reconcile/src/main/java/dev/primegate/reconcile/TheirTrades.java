package dev.primegate.reconcile;

import dev.primegate.broker.Fetched;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Digest;
import dev.primegate.statement.DayBooks;
import dev.primegate.statement.Statement;
import dev.primegate.statement.StatementLine;
import dev.primegate.statement.TradeCsv;
import dev.primegate.statement.TradeLine;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What brokers say that was traded on a day: in their files, or when they are asked. */
@Singleton
class TheirTrades {
    static final String WHAT = "trades";

    private final TheirBooks files;
    private final ReportedTrades reports;
    private final DayRounds rounds;

    TheirTrades(TheirBooks files, ReportedTrades reports, DayRounds rounds) {
        this.files = files;
        this.reports = reports;
        this.rounds = rounds;
    }

    /** A broker's answer. */
    sealed interface Answer {
        /**
         * Its book of all accounts, or the part of it that was wanted.
         *
         * @param version tells the book from any other, whichever part of it is here; of an answer
         *     that was not asked for in parts nothing
         */
        record Book(List<TradeLine> lines, String version, Instant newest) implements Answer {
            List<TradeLine> of(String number) {
                return lines.stream().filter(line -> line.account().equals(number)).toList();
            }
        }

        /** There is none to compare with; who must know of it was told. */
        record None(Tally tally) implements Answer {}
    }

    Answer of(BrokerId broker, LocalDate day, Optional<Parts> parts) {
        if (!files.areFiles(broker)) {
            return reported(broker, day, parts);
        }
        Predicate<StatementLine> wanted =
                parts.<Predicate<StatementLine>>map(
                                cut -> line -> line instanceof TradeLine trade && cut.has(trade))
                        .orElse(_ -> true);
        return files.read(broker, day, Statement.Book.TRADES, wanted)
                .<Answer>map(books -> filed(broker, books))
                .orElseGet(() -> new Answer.None(Tally.NONE.plus(Tally.Outcome.WAITS)));
    }

    private Answer filed(BrokerId broker, DayBooks books) {
        rounds.tellStrangers(broker, books);
        return new Answer.Book(books.lines(TradeLine.class), books.version(), books.newest());
    }

    private Answer reported(BrokerId broker, LocalDate day, Optional<Parts> parts) {
        return switch (reports.since(broker, rounds.terms().end(broker, day.minusDays(2)))) {
            case Fetched.Failed<List<TradeLine>>(String why) ->
                    new Answer.None(rounds.failed(broker, day, WHAT, why));
            case Fetched.Whole<List<TradeLine>>(var lines, Instant at) -> {
                List<TradeLine> near = lines.stream().filter(line -> isNear(line, day)).toList();
                yield parts.map(cut -> part(near, day, cut))
                        .orElseGet(() -> new Answer.Book(near, "", at));
            }
        };
    }

    /** Of trades of the next day more are told each time, so they make no other version. */
    private static Answer.Book part(List<TradeLine> near, LocalDate day, Parts parts) {
        String version =
                Digest.hex(
                        near.stream()
                                .filter(line -> !line.days().traded().isAfter(day))
                                .map(TradeCsv::write)
                                .sorted()
                                .toArray(String[]::new));
        return new Answer.Book(near.stream().filter(parts::has).toList(), version, parts.at());
    }

    /** Of the day, or of one beside it. */
    private static boolean isNear(TradeLine line, LocalDate day) {
        LocalDate traded = line.days().traded();
        return !traded.isBefore(day.minusDays(1)) && !traded.isAfter(day.plusDays(1));
    }
}
