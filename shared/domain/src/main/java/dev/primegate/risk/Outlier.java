package dev.primegate.risk;

import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The switch that a price 10 % or more off the market trips: the price of a trade, or that of a
 * broker's quote. A broker's own prices judge nothing of what it says.
 */
public final class Outlier {
    private static final Decimal10 TENTH = Decimal10.of("10");

    /** How far the reference may be away in time; after that, prices may have moved. */
    private static final Duration NEARBY = Duration.ofSeconds(15);

    private Outlier() {}

    /** What the switch says of a price. */
    public sealed interface Finding {
        /** In words, for the history. */
        String text();

        record Near(Reference reference) implements Finding {
            @Override
            public String text() {
                return "within 10 %% of %s (%s)".formatted(reference.price(), reference.source());
            }
        }

        record Far(Price said, Reference reference) implements Finding {
            @Override
            public String text() {
                return "%s is 10 %% or more off %s (%s)"
                        .formatted(said, reference.price(), reference.source());
            }
        }

        /** Nothing to judge by. */
        record Off(String why) implements Finding {
            @Override
            public String text() {
                return "off: " + why;
            }
        }
    }

    /** Judges what {@code broker} says by what others said at the time. */
    public static Finding judge(
            Price said, Instant at, BrokerId broker, List<Reference> references) {
        return nearest(at, broker, references)
                .map(reference -> judge(said, reference))
                .orElseGet(() -> new Finding.Off(why(broker, references)));
    }

    /** Whether {@code price}, traded or quoted, is 10 % or more off {@code reference}. */
    public static boolean isFar(Price price, Price reference) {
        Decimal10 off = price.amount().minus(reference.amount());
        Decimal10 distance = off.max(off.negated());
        // Ten times a decimal is exact; a tenth of one need not be.
        return distance.times(TENTH, RoundingMode.UNNECESSARY).compareTo(reference.amount()) >= 0;
    }

    /** Why the switch would be off now for what {@code broker} says; empty if it is on. */
    public static Optional<String> off(Instant now, BrokerId broker, List<Reference> references) {
        return nearest(now, broker, references).isPresent()
                ? Optional.empty()
                : Optional.of(why(broker, references));
    }

    private static Optional<Reference> nearest(
            Instant at, BrokerId broker, List<Reference> references) {
        return references.stream()
                .filter(reference -> reference.isApartFrom(broker))
                .filter(reference -> distance(reference, at).compareTo(NEARBY) <= 0)
                .min(
                        Comparator.comparing((Reference reference) -> distance(reference, at))
                                .thenComparing(reference -> reference.source().name()));
    }

    private static String why(BrokerId broker, List<Reference> references) {
        if (references.isEmpty()) {
            return "no reference";
        }
        return references.stream().anyMatch(reference -> reference.isApartFrom(broker))
                ? "no fresh reference"
                : "no reference but %s's own".formatted(broker);
    }

    private static Finding judge(Price said, Reference reference) {
        return isFar(said, reference.price())
                ? new Finding.Far(said, reference)
                : new Finding.Near(reference);
    }

    private static Duration distance(Reference reference, Instant at) {
        return Duration.between(reference.at(), at).abs();
    }
}
