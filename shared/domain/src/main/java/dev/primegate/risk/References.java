package dev.primegate.risk;

import dev.primegate.instrument.Symbol;
import java.util.Optional;

/** The latest reference prices; written from market data, read before admission. */
public interface References {
    Optional<Reference> latest(Symbol symbol);

    /** Keeps {@code reference} unless a later one is already there. */
    void publish(Symbol symbol, Reference reference);
}
