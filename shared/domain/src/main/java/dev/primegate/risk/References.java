package dev.primegate.risk;

import dev.primegate.instrument.Symbol;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The latest reference prices; written from market data, read before admission. */
public interface References {
    /**
     * The latest of each source, for those of {@code symbols} that have one; all of them in one
     * round trip.
     */
    Map<Symbol, List<Reference>> all(Set<Symbol> symbols);

    /** The latest of them, whoever published it. */
    default Map<Symbol, Reference> latest(Set<Symbol> symbols) {
        Map<Symbol, Reference> latest = new HashMap<>();
        all(symbols)
                .forEach((symbol, references) ->
                        references.stream()
                                .max(
                                        Comparator.comparing(Reference::at)
                                                .thenComparing(r -> r.source().name()))
                                .ifPresent(reference -> latest.put(symbol, reference)));
        return latest;
    }

    default Optional<Reference> latest(Symbol symbol) {
        return Optional.ofNullable(latest(Set.of(symbol)).get(symbol));
    }

    /** Keeps {@code reference} unless a later one of its source is already there. */
    void publish(Symbol symbol, Reference reference);
}
