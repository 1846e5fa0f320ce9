package dev.primegate.audit;

import java.time.Instant;
import java.util.SortedMap;

/**
 * What somebody does, before it has its place on a trail.
 *
 * @param act what is done, in one word
 */
public record Act(
        Trail trail, Instant at, String by, String act, SortedMap<String, String> facts) {}
