package dev.primegate.reconcile;

import dev.primegate.breaks.Finding;
import dev.primegate.comparison.TradeComparison;
import dev.primegate.comparison.TradeReport;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Has trades compared by their broker's rules, and keeps what is found if all was compared. */
@Singleton
class TradeBreaks {
    private final DayRounds rounds;

    TradeBreaks(DayRounds rounds) {
        this.rounds = rounds;
    }

    TradeComparison comparison(TradeDay of) {
        return new TradeComparison(rounds.terms().rules(of.broker(), of.day()), new SecureRandom());
    }

    /**
     * Runs a comparison and writes down all that it finds.
     *
     * @param id made of both books, so that the same books make the same run
     * @param asOf how new the books are
     */
    Tally keep(TradeDay of, String id, Instant asOf, Comparing comparing) {
        List<Finding> findings = new ArrayList<>();
        TradeReport report = comparing.run(comparison(of), findings::add);
        return report.isWhole()
                ? Tally.NONE.plus(rounds.breaks().keep(of.scope(), id, asOf, findings))
                : littleInCommon(of);
    }

    /** Nothing is written down: what is not all compared may not be called green. */
    Tally littleInCommon(TradeDay of) {
        return rounds.failed(
                of.broker(), of.day(), TheirTrades.WHAT, "the books have little in common");
    }

    /** A comparison that tells of what it finds. */
    interface Comparing {
        TradeReport run(TradeComparison comparison, Consumer<Finding> found);
    }
}
