package dev.primegate.risk;

import dev.primegate.instrument.Symbol;
import java.time.Instant;
import java.util.Optional;

/**
 * That nobody may trade an instrument, for a time.
 *
 * @param from the first moment; since ever if absent
 * @param until the first moment it is allowed again; for good if absent
 */
public record Restriction(Symbol symbol, Optional<Instant> from, Optional<Instant> until) {
    public Restriction {
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException(
                    "%s is restricted from %s until %s".formatted(symbol, from.get(), until.get()));
        }
    }

    boolean covers(Symbol traded, Instant time) {
        return symbol.equals(traded)
                && from.filter(time::isBefore).isEmpty()
                && until.filter(end -> !time.isBefore(end)).isEmpty();
    }
}
