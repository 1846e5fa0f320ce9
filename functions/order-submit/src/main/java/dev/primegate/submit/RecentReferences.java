package dev.primegate.submit;

import dev.primegate.instrument.Symbol;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reference prices as they were read a moment ago, so that an order need not wait for a reading of
 * its own. Whether a price is fresh is still told by its own time, and nobody is refused for want
 * of one on the word of an old reading.
 */
@Singleton
class RecentReferences {
    /** How many readings go into the age at which a price is none. */
    private static final int READINGS = 5;

    private final References references;
    private final Duration recent;
    private volatile Reading last = new Reading(Instant.MIN, Set.of(), Map.of());

    RecentReferences(RiskConfig config, References references) {
        this.references = references;
        this.recent = config.referenceMaxAge().dividedBy(READINGS);
    }

    /** The price of {@code symbol}, if it is no older than {@code maxAge}. */
    Optional<Reference> fresh(Symbol symbol, Instant now, Duration maxAge) {
        Optional<Reference> held =
                last.isYounger(recent, now) ? last.fresh(symbol, now, maxAge) : Optional.empty();
        return held.or(() -> read(symbol, now).fresh(symbol, now, maxAge));
    }

    /** With all that was asked for before: a frozen function has no other time to read them. */
    private Reading read(Symbol symbol, Instant now) {
        Set<Symbol> asked = new HashSet<>(last.asked);
        asked.add(symbol);
        Reading reading = new Reading(now, asked, references.latest(asked));
        last = reading;
        return reading;
    }

    private record Reading(Instant at, Set<Symbol> asked, Map<Symbol, Reference> found) {
        Optional<Reference> fresh(Symbol symbol, Instant now, Duration maxAge) {
            return Optional.ofNullable(found.get(symbol))
                    .filter(reference -> reference.isFresh(now, maxAge));
        }

        /** A reading of the future, by a clock that was set back since, is not. */
        boolean isYounger(Duration age, Instant now) {
            return !now.isBefore(at) && Duration.between(at, now).compareTo(age) < 0;
        }
    }
}
