package dev.primegate.audit;

import dev.primegate.order.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;

/** The hash chain over what happened to an order, or over what persons did. */
public final class Chain {
    private Chain() {}

    /**
     * The hash of a record: of the hash before it, its words in their order, its facts by name.
     *
     * @return in lower-case hex
     */
    static String hash(String previousHash, List<String> words, SortedMap<String, String> facts) {
        List<String> parts = new ArrayList<>();
        parts.add(previousHash);
        parts.addAll(words);
        facts.forEach((name, fact) -> {
            parts.add(name);
            parts.add(fact);
        });
        return Digest.hex(parts.toArray(String[]::new));
    }

    /** The index of the first record that is not what was written there; empty if all are. */
    public static OptionalInt firstBad(List<? extends Link> links) {
        return firstBad(1, Link.START, links);
    }

    /**
     * The same, of the part of a chain that begins at {@code version}, behind a record whose hash
     * is {@code previousHash}. The index is that in the whole chain.
     */
    static OptionalInt firstBad(long version, String previousHash, List<? extends Link> links) {
        String previous = previousHash;
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            if (link.version() != version + i
                    || !link.previousHash().equals(previous)
                    || !link.isAsWritten()) {
                return OptionalInt.of(Math.toIntExact(version - 1 + i));
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
