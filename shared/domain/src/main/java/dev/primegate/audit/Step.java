package dev.primegate.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something a person did, or a function in a person's place: a halt, a resume, an approval, a
 * decision on a break. Each step carries the hash of the one before it on its trail.
 *
 * @param version the step's place on its trail, from one
 * @param by who did it
 * @param act what was done, in one word
 * @param facts everything that is known of it, amounts in wire form
 */
public record Step(
        Trail trail,
        long version,
        Instant at,
        String by,
        String act,
        SortedMap<String, String> facts,
        String previousHash,
        String hash)
        implements Link {
    public Step {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** The step that follows the one at {@code version} whose hash is {@code previousHash}. */
    public static Step after(long version, String previousHash, Act act) {
        Step open = new Step(act.trail(), version + 1, act, previousHash, "");
        return new Step(act.trail(), version + 1, act, previousHash, open.computeHash());
    }

    private Step(Trail trail, long version, Act act, String previousHash, String hash) {
        this(trail, version, act.at(), act.by(), act.act(), act.facts(), previousHash, hash);
    }

    @Override
    public boolean isAsWritten() {
        return hash.equals(computeHash());
    }

    private String computeHash() {
        return Chain.hash(
                previousHash,
                List.of(trail.text(), Long.toString(version), at.toString(), by, act),
                facts);
    }
}
