package dev.primegate.reconcile;

import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.risk.Closes;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes down the prices a day ended with, in the first minutes of the next. A price of another
 * time than those minutes, or the hour before, is none: later nobody can tell what it was.
 */
@Singleton
class KeepCloses {
    private static final Duration LATEST = Duration.ofMinutes(15);
    private static final Duration OLDEST = Duration.ofHours(1);

    private final References references;
    private final Closes closes;
    private final SymbolMaster symbols;
    private final Clock clock;

    KeepCloses(References references, Closes closes, SymbolMaster symbols, Clock clock) {
        this.references = references;
        this.closes = closes;
        this.symbols = symbols;
        this.clock = clock;
    }

    /** Does nothing at another time of day; done twice it changes nothing. */
    void keep() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Instant midnight = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        if (now.isAfter(midnight.plus(LATEST))) {
            return;
        }
        Map<Symbol, Reference> prices =
                new HashMap<>(
                        references.latest(
                                symbols.all().stream()
                                        .map(Instrument::symbol)
                                        .collect(Collectors.toSet())));
        prices.values().removeIf(price -> !price.isFresh(midnight, OLDEST));
        closes.keep(today.minusDays(1), prices);
    }
}
