package dev.primegate.reconcile;

import dev.primegate.comparison.Residue;
import dev.primegate.order.Digest;
import dev.primegate.reconcile.Residues.Found;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Compares what the parts of each account's day left, and keeps what is found. */
@Singleton
class GatherTrades {
    /** Of both sides together; about what one run has memory for. */
    private static final int MOST_LEFT = 500_000;

    private final Residues residues;
    private final TradeBreaks breaks;
    private final DayRounds rounds;

    GatherTrades(Residues residues, TradeBreaks breaks, DayRounds rounds) {
        this.residues = residues;
        this.breaks = breaks;
        this.rounds = rounds;
    }

    /**
     * An account's day whose parts make no whole is told, and the others go on.
     *
     * @throws IllegalStateException in the end, if one could not be compared: the run has not ended
     */
    Tally gather(Slice slice, Parts parts, Instant deadline) {
        Tally tally =
                rounds.each(
                        TheirTrades.WHAT,
                        Optional.of(slice),
                        deadline,
                        (broker, day) ->
                                rounds.accounts(broker, Optional.of(slice)).stream()
                                        .map(account -> new TradeDay(account, broker, day))
                                        .map(of -> gather(of, parts))
                                        .reduce(Tally.NONE, Tally::plus));
        if (tally.failed() > 0) {
            throw new IllegalStateException(
                    "slice %s was not gathered: %s".formatted(slice, tally));
        }
        return tally;
    }

    private Tally gather(TradeDay of, Parts parts) {
        return switch (residues.all(of, parts, MOST_LEFT)) {
            case Found.Refused(String why) ->
                    rounds.failed(
                            of.broker(),
                            of.day(),
                            TheirTrades.WHAT,
                            "%s/%s: %s"
                                    .formatted(of.account().tenant(), of.account().account(), why));
            case Found.TooMany _ -> breaks.littleInCommon(of);
            case Found.Whole(List<Sifted> all) when all.getFirst().hasBooks() -> keep(of, all);
            case Found.Whole _ -> Tally.NONE.plus(Tally.Outcome.WAITS);
        };
    }

    private Tally keep(TradeDay of, List<Sifted> all) {
        List<Residue> left = all.stream().map(Sifted::left).toList();
        return breaks.keep(
                of,
                Digest.hex(all.stream().map(Sifted::digest).toArray(String[]::new))
                        .substring(0, 32),
                all.stream().map(Sifted::asOf).max(Instant::compareTo).orElseThrow(),
                (comparison, found) -> comparison.gather(left, found));
    }
}
