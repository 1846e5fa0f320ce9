package dev.primegate.comparison;

import dev.primegate.breaks.Finding;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Decimal10;
import dev.primegate.statement.Named;
import dev.primegate.statement.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tries whether the comparison of positions still finds each break: among copies of what is held,
 * which agree, it plants one in an instrument that nobody trades.
 */
public final class HoldingRehearsal {
    private static final String BOOK = "positions";

    /** The code that ISO 4217 keeps for tests. */
    private static final String NAME = "XTS";

    private static final Origin ORIGIN = new Origin("rehearsal", 0);

    private final List<Holding> others;
    private final Comparison comparison;

    private HoldingRehearsal(List<Holding> others, Comparison comparison) {
        this.others = others;
        this.comparison = comparison;
    }

    /** What is tried. */
    @FunctionalInterface
    interface Comparison {
        List<Finding> compare(List<Holding> ours, List<Holding> brokers);
    }

    /** Every break that was not found among what is {@code held}; empty if all were. */
    public static List<Rehearsal.Failure> on(List<Holding> held, HoldingComparison comparison) {
        return on(held, (ours, brokers) -> comparison.compare(ours, brokers, List.of()));
    }

    /** As {@link #on}, of any comparison. */
    static List<Rehearsal.Failure> on(List<Holding> held, Comparison comparison) {
        return new HoldingRehearsal(held, comparison)
                .trials()
                .flatMap(trial -> trial.failure().stream())
                .toList();
    }

    private Stream<Trial> trials() {
        Holding ten = holding("10", "10");
        Holding more = holding("10.0000000001", "10");
        Holding unsettled = holding("10", "9");
        return Stream.of(
                Trial.nothing(BOOK, found(List.of(ten), List.of(ten))),
                trial("quantity", "quantity", List.of(ten), List.of(more)),
                trial("settled", "quantity", List.of(ten), List.of(unsettled)),
                trial("lacking-there", "quantity", List.of(more), List.of(unsettledNone())),
                trial("lacking-here", "quantity", List.of(unsettledNone()), List.of(more)),
                trial(
                        "alias",
                        "unknown-alias",
                        List.of(),
                        List.of(
                                new Holding(
                                        ORIGIN,
                                        new Named(NAME, Optional.empty()),
                                        Decimal10.ONE,
                                        Optional.empty()))),
                trial("twice-there", "duplicate", List.of(ten), List.of(ten, ten)),
                trial("twice-here", "duplicate", List.of(ten, ten), List.of(ten)));
    }

    /** None by trade date, and the same by settlement date as its other side. */
    private static Holding unsettledNone() {
        return holding("0", "10");
    }

    private Trial trial(String planted, String cause, List<Holding> ours, List<Holding> brokers) {
        return Trial.of(BOOK, planted, cause, NAME, found(ours, brokers));
    }

    private List<Finding> found(List<Holding> ours, List<Holding> brokers) {
        return comparison.compare(with(ours), with(brokers));
    }

    private List<Holding> with(List<Holding> planted) {
        List<Holding> all = new ArrayList<>(others);
        all.addAll(planted);
        return all;
    }

    private static Holding holding(String traded, String settled) {
        return new Holding(
                ORIGIN,
                Named.of(new Symbol(NAME)),
                Decimal10.of(traded),
                Optional.of(Decimal10.of(settled)));
    }
}
