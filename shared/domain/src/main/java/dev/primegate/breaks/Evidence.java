package dev.primegate.breaks;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rows a finding rests on, and the fields in which they differ.
 *
 * @param ours at most {@link #ROWS} of them, as are {@code brokers}
 * @param rows how many there were on both sides
 */
public record Evidence(List<Row> ours, List<Row> brokers, List<Difference> differences, int rows) {
    /** More rows than anybody reads; what is stored has a bound. */
    public static final int ROWS = 20;

    public Evidence {
        ours = ours.stream().limit(ROWS).toList();
        brokers = brokers.stream().limit(ROWS).toList();
        differences = List.copyOf(differences);
    }

    public static Evidence of(List<Row> ours, List<Row> brokers, List<Difference> differences) {
        return new Evidence(ours, brokers, differences, ours.size() + brokers.size());
    }

    /**
     * One row as it was read.
     *
     * @param source the file with its hash, or the report it came from
     * @param line where in it; 0 if it has no lines
     */
    public record Row(String source, long line, SortedMap<String, String> fields) {
        public Row {
            fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        }
    }

    /** A field in which they differ; empty text where a side has none. */
    public record Difference(String field, String ours, String brokers) {}
}
