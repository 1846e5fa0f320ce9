package dev.primegate.statement;

import dev.primegate.instrument.Symbol;
import java.util.Optional;

/**
 * An instrument as it was named.
 *
 * @param symbol ours, if the symbol master has that spelling; it is never guessed
 */
public record Named(String spelling, Optional<Symbol> symbol) {
    public static Named of(Symbol symbol) {
        return new Named(symbol.text(), Optional.of(symbol));
    }

    /** What tells it from others: our symbol, or the spelling that leads to none. */
    public String key() {
        return symbol.map(Symbol::text).orElse(UNKNOWN + spelling);
    }

    /** In front of a spelling that leads to no symbol; no symbol begins with it. */
    public static final String UNKNOWN = "?";
}
