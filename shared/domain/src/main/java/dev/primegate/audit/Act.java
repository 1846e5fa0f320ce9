package dev.primegate.audit;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody does, before it has its place on a trail.
 *
 * @param act what is done, in one word
 */
public record Act(Trail trail, Instant at, String by, String act, SortedMap<String, String> facts) {
    /** The same, with one more thing to say. */
    public Act with(String name, String fact) {
        SortedMap<String, String> more = new TreeMap<>(facts);
        more.put(name, fact);
        return new Act(trail, at, by, act, more);
    }
}
