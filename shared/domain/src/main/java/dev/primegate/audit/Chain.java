package dev.primegate.audit;

import java.util.List;
import java.util.OptionalInt;

/** The hash chain over what happened to an order, or over what persons did. */
public final class Chain {
    private Chain() {}

    /** The index of the first record that is not what was written there; empty if all are. */
    public static OptionalInt firstBad(List<? extends Link> links) {
        String previous = Link.START;
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            if (link.version() != i + 1
                    || !link.previousHash().equals(previous)
                    || !link.isAsWritten()) {
                return OptionalInt.of(i);
            }
            previous = link.hash();
        }
        return OptionalInt.empty();
    }

    /**
     * The same, of a chain that has been {@code length} long: an end that is missing is bad where
     * it should begin.
     */
    public static OptionalInt firstBad(List<? extends Link> links, long length) {
        OptionalInt bad = firstBad(links);
        return bad.isEmpty() && links.size() < length ? OptionalInt.of(links.size()) : bad;
    }

    /**
     * The index at which {@code later} stops being what {@code earlier} was the beginning of: a
     * record is gone, or another stands there, however well its own chain verifies.
     */
    public static OptionalInt firstForked(
            List<? extends Link> earlier, List<? extends Link> later) {
        for (int i = 0; i < earlier.size(); i++) {
            if (i == later.size() || !earlier.get(i).hash().equals(later.get(i).hash())) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
