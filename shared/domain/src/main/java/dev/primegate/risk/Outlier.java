package dev.primegate.risk;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.order.Execution;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/** The switch that a trade 10 % or more off the market trips. */
public final class Outlier {
    private static final Decimal10 TENTH = Decimal10.of("10");

    /** How far the reference may be from the trade in time; after that, prices may have moved. */
    private static final Duration NEARBY = Duration.ofSeconds(15);

    private Outlier() {}

    /** What the switch says of a trade. */
    public sealed interface Finding {
        /** In words, for the history. */
        String text();

        record Near(Price reference) implements Finding {
            @Override
            public String text() {
                return "within 10 % of " + reference;
            }
        }

        record Far(Price traded, Price reference) implements Finding {
            @Override
            public String text() {
                return "%s is 10 %% or more off %s".formatted(traded, reference);
            }
        }

        /** Nothing to judge by. */
        record Off() implements Finding {
            @Override
            public String text() {
                return "off: no fresh reference";
            }
        }
    }

    /** Judges {@code execution} by the price that was the market's when it traded. */
    public static Finding judge(Execution execution, Optional<Reference> reference) {
        return reference
                .filter(r -> isNearby(execution, r))
                .map(r -> judge(execution.lastPx(), r.price()))
                .orElse(new Finding.Off());
    }

    /** Whether {@code price}, traded or quoted, is 10 % or more off {@code reference}. */
    public static boolean isFar(Price price, Price reference) {
        Decimal10 off = price.amount().minus(reference.amount());
        Decimal10 distance = off.max(off.negated());
        // Ten times a decimal is exact; a tenth of one need not be.
        return distance.times(TENTH, RoundingMode.UNNECESSARY).compareTo(reference.amount()) >= 0;
    }

    private static Finding judge(Price traded, Price reference) {
        return isFar(traded, reference)
                ? new Finding.Far(traded, reference)
                : new Finding.Near(reference);
    }

    private static boolean isNearby(Execution execution, Reference reference) {
        return Duration.between(reference.at(), execution.transactTime()).abs().compareTo(NEARBY)
                <= 0;
    }
}
