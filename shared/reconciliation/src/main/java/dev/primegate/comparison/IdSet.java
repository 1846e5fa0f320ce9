package dev.primegate.comparison;

import java.util.Arrays;

/**
 * Prints of execution ids: few as a rule, so that looking for one costs no look into far memory.
 */
final class IdSet {
    /** No print is below zero. */
    private static final long FREE = -1;

    // Spreads prints over a table; they are even already, but for rows nobody drew.
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] table;

    /** With room for so many. */
    IdSet(int ids) {
        table = new long[Integer.highestOneBit(ids | 1) << 2];
        Arrays.fill(table, FREE);
    }

    void add(long id) {
        table[find(id)] = id;
    }

    boolean contains(long id) {
        return table[find(id)] == id;
    }

    /** Bits that differ where those of ids do, the lower ones too. */
    static int spread(long id) {
        return (int) ((id * SPREAD) >>> 32);
    }

    private int find(long id) {
        int mask = table.length - 1;
        int place = spread(id) & mask;
        while (table[place] != FREE && table[place] != id) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
