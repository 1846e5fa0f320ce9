package dev.primegate.reconcile;

import dev.primegate.comparison.Part;
import dev.primegate.comparison.Residue;
import dev.primegate.comparison.Trades;
import dev.primegate.order.Digest;
import dev.primegate.reconcile.TheirTrades.Answer;
import dev.primegate.statement.TradeLine;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes out of one part of each account's day what agrees, and lays down what is left. It reads
 * both books from end to end, and keeps the rows of its part.
 */
@Singleton
class SiftTrades {
    private final OurBooks ours;
    private final TheirTrades theirs;
    private final TradeBreaks breaks;
    private final DayRounds rounds;
    private final Residues residues;

    SiftTrades(
            OurBooks ours,
            TheirTrades theirs,
            TradeBreaks breaks,
            DayRounds rounds,
            Residues residues) {
        this.ours = ours;
        this.theirs = theirs;
        this.breaks = breaks;
        this.rounds = rounds;
        this.residues = residues;
    }

    /** A day that failed leaves nothing, so that it is not gathered. */
    Tally sift(Slice slice, Parts parts, Part part, Instant deadline) {
        return rounds.each(
                TheirTrades.WHAT,
                Optional.of(slice),
                deadline,
                (broker, day) -> {
                    Answer answer = theirs.of(broker, day, Optional.of(parts));
                    List<TradeDay> days =
                            rounds.accounts(broker, Optional.of(slice)).stream()
                                    .map(account -> new TradeDay(account, broker, day))
                                    .toList();
                    for (TradeDay of : days) {
                        residues.keep(of, parts, part.index(), sifted(of, parts, answer));
                    }
                    return tally(answer, days.size());
                });
    }

    private Sifted sifted(TradeDay of, Parts parts, Answer answer) {
        return switch (answer) {
            case Answer.None _ -> Sifted.NOTHING;
            case Answer.Book book -> sifted(of, parts, book);
        };
    }

    /** Of our trades of the next day more come all the time, so they make no other version. */
    private Sifted sifted(TradeDay of, Parts parts, Answer.Book book) {
        List<TradeLine> mine = new ArrayList<>();
        BookDigest all = new BookDigest();
        ours.each(
                of,
                parts.at(),
                line -> {
                    if (!line.days().traded().isAfter(of.day())) {
                        all.add(line);
                    }
                    if (parts.has(line)) {
                        mine.add(line);
                    }
                });
        TradeBooks books = new TradeBooks(mine, book.of(of.number()), book.newest());
        Residue left =
                breaks.comparison(of).sift(Trades.of(books.ours()), Trades.of(books.brokers()));
        return new Sifted(
                Digest.hex(book.version(), all.hash()), books.digest(), books.asOf(), left);
    }

    /** What is sifted waits to be gathered. */
    private static Tally tally(Answer answer, int accounts) {
        return switch (answer) {
            case Answer.None(Tally tally) -> tally;
            case Answer.Book _ -> new Tally(accounts, 0, accounts, 0, 0);
        };
    }
}
