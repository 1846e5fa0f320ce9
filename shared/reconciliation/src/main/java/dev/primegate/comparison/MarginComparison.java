package dev.primegate.comparison;

import dev.primegate.breaks.Cause;
import dev.primegate.breaks.Evidence;
import dev.primegate.breaks.Finding;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares margin by like model.
 *
 * @param toleranceBps how far our estimate may be off the broker's figure
 * @param highStake from which difference on somebody must look at once
 */
public record MarginComparison(int toleranceBps, Decimal10 highStake) {
    /** What it came to. */
    public sealed interface Outcome {
        /** One model; every figure that is too far apart. */
        record Compared(List<Finding> findings) implements Outcome {}

        /** Two models or currencies: an explanation, and no break. */
        record Unlike(Explanation.Kind kind, String why) implements Outcome {}
    }

    public Outcome compare(Margin ours, Margin brokers) {
        if (ours.model() != brokers.model()) {
            return new Outcome.Unlike(
                    Explanation.Kind.MODEL,
                    "ours is %s, the broker's %s".formatted(ours.model(), brokers.model()));
        }
        if (!ours.requirement().asset().equals(brokers.requirement().asset())
                || !ours.equity().asset().equals(brokers.equity().asset())) {
            return new Outcome.Unlike(Explanation.Kind.MODEL, "the currencies differ");
        }
        List<Finding> findings = new ArrayList<>();
        compare("equity", ours, brokers, ours.equity(), brokers.equity(), findings);
        compare("requirement", ours, brokers, ours.requirement(), brokers.requirement(), findings);
        return new Outcome.Compared(List.copyOf(findings));
    }

    private void compare(
            String what,
            Margin ours,
            Margin brokers,
            Money mine,
            Money theirs,
            List<Finding> findings) {
        Decimal10 apart = absolute(mine.amount().minus(theirs.amount()));
        BigDecimal allowed =
                absolute(theirs.amount())
                        .toBigDecimal()
                        .multiply(BigDecimal.valueOf(toleranceBps, 4));
        if (apart.toBigDecimal().compareTo(allowed) <= 0) {
            return;
        }
        Cause cause = new Cause.QuantityDiffers(mine.amount(), theirs.amount());
        findings.add(
                new Finding(
                        "margin " + what,
                        cause,
                        Evidence.of(
                                List.of(row("our estimate", ours)),
                                List.of(row("broker", brokers)),
                                List.of(
                                        new Evidence.Difference(
                                                what, mine.toString(), theirs.toString()))),
                        new Money(apart, theirs.asset()),
                        Gravities.of(cause, apart, highStake)));
    }

    private static Evidence.Row row(String source, Margin margin) {
        return new Evidence.Row(
                source,
                0,
                new TreeMap<>(
                        Map.of(
                                "model", margin.model().name(),
                                "equity", margin.equity().toString(),
                                "requirement", margin.requirement().toString(),
                                "asOf", margin.asOf().toString())));
    }

    private static Decimal10 absolute(Decimal10 amount) {
        return amount.signum() < 0 ? amount.negated() : amount;
    }
}
