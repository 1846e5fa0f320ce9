package dev.primegate.risk;

import dev.primegate.instrument.Symbol;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The latest reference prices; written from market data, read before admission. */
public interface References {
    /** Those of {@code symbols} that have one; all of them in one round trip. */
    Map<Symbol, Reference> latest(Set<Symbol> symbols);

    default Optional<Reference> latest(Symbol symbol) {
        return Optional.ofNullable(latest(Set.of(symbol)).get(symbol));
    }

    /** Keeps {@code reference} unless a later one is already there. */
    void publish(Symbol symbol, Reference reference);
}
