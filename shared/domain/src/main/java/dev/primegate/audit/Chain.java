package dev.primegate.audit;

import java.util.List;
import java.util.OptionalInt;

/** The hash chain over an order's history. */
public final class Chain {
    private Chain() {}

    /** The index of the first entry that is not what was written there; empty if all are. */
    public static OptionalInt firstBad(List<HistoryEntry> entries) {
        String previous = HistoryEntry.START;
        for (int i = 0; i < entries.size(); i++) {
            HistoryEntry entry = entries.get(i);
            if (entry.version() != i + 1 || !entry.follows(previous)) {
                return OptionalInt.of(i);
            }
            previous = entry.hash();
        }
        return OptionalInt.empty();
    }
}
