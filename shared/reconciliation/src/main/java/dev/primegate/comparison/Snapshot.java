package dev.primegate.comparison;

import dev.primegate.money.Decimal10;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What a book said is held, asset by asset; or that it did not say. */
public sealed interface Snapshot {
    /** When it was so. */
    Instant at();

    /**
     * It answered in full: what it does not name, it does not hold.
     *
     * @param amounts by asset or symbol; below zero is owed or short
     */
    record Held(Instant at, Map<String, Decimal10> amounts) implements Snapshot {
        public Held {
            amounts = Collections.unmodifiableMap(new TreeMap<>(amounts));
        }
    }

    /** It was asked and did not answer, or not in full: nothing is known, least of all zero. */
    record Failed(Instant at, String why) implements Snapshot {}
}
