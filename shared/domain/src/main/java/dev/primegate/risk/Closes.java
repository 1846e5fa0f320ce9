package dev.primegate.risk;

import dev.primegate.instrument.Symbol;
import java.time.LocalDate;
import java.util.Map;

/** Prices as days in UTC ended, to value what was held then. */
public interface Closes {
    /** Of each instrument that had one. */
    Map<Symbol, Reference> of(LocalDate day);

    /** Keeps them; of an instrument that has one of that day the first stays. */
    void keep(LocalDate day, Map<Symbol, Reference> prices);
}
