package dev.primegate.reconcile;

import dev.primegate.comparison.Trades;
import dev.primegate.reconcile.TheirTrades.Answer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Holds each broker's trades of the last days against ours, account by account. */
@Singleton
class CompareTrades {
    private final OurBooks ours;
    private final TheirTrades theirs;
    private final TradeBreaks breaks;
    private final DayRounds rounds;

    CompareTrades(OurBooks ours, TheirTrades theirs, TradeBreaks breaks, DayRounds rounds) {
        this.ours = ours;
        this.theirs = theirs;
        this.breaks = breaks;
        this.rounds = rounds;
    }

    /** A broker that cannot be compared does not keep the others from it. */
    Tally compare(Optional<Slice> slice, Instant deadline) {
        return rounds.each(
                TheirTrades.WHAT,
                slice,
                deadline,
                (broker, day) ->
                        switch (theirs.of(broker, day, Optional.empty())) {
                            case Answer.None(Tally tally) -> tally;
                            case Answer.Book book ->
                                    rounds.accounts(broker, slice).stream()
                                            .map(account -> new TradeDay(account, broker, day))
                                            .map(of -> compare(of, book))
                                            .reduce(Tally.NONE, Tally::plus);
                        });
    }

    private Tally compare(TradeDay of, Answer.Book book) {
        TradeBooks books =
                new TradeBooks(
                        ours.trades(of.account(), of.broker(), of.day()),
                        book.of(of.number()),
                        book.newest());
        return breaks.keep(
                of,
                books.digest(),
                books.asOf(),
                (comparison, found) ->
                        comparison.compare(
                                Trades.of(books.ours()), Trades.of(books.brokers()), found));
    }
}
