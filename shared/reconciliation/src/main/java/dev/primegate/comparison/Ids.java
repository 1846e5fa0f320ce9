package dev.primegate.comparison;

import java.util.function.LongConsumer;

/**
 * Every execution id of two books by its print: how often it stands in each, and what remains when
 * the prints of its rows there are taken off those here. An id is clean if it stands as often in
 * both and nothing remains.
 *
 * <p>A table of plain numbers, 28 bytes a place, so that a million ids need about 60 MB and no
 * objects.
 */
final class Ids {
    private static final int SMALLEST = 1 << 12;
    private static final int MOST_ROWS = 0xFFFF;
    // Spreads prints over the table; they are even already, but for rows nobody drew.
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] ids = new long[SMALLEST];
    private long[] firsts = new long[SMALLEST];
    private long[] seconds = new long[SMALLEST];
    // Rows of ours below, of the broker's above; 0 is a free place.
    private int[] counts = new int[SMALLEST];
    private int taken;

    void ours(Print row) {
        int place = place(row.id());
        firsts[place] = Prints.reduce(firsts[place] + row.first());
        seconds[place] = Prints.reduce(seconds[place] + row.second());
        count(place, counts[place] & MOST_ROWS, 1);
    }

    void brokers(Print row) {
        int place = place(row.id());
        firsts[place] = Prints.reduce(firsts[place] + Prints.PRIME - row.first());
        seconds[place] = Prints.reduce(seconds[place] + Prints.PRIME - row.second());
        count(place, counts[place] >>> 16, 1 << 16);
    }

    /** How many rows of ours have the same row at the broker's. */
    long clean() {
        long rows = 0;
        for (int place = 0; place < counts.length; place++) {
            rows += counts[place] != 0 && isClean(place) ? counts[place] & MOST_ROWS : 0;
        }
        return rows;
    }

    /** How many rows of both have not. */
    long unclean() {
        long rows = 0;
        for (int place = 0; place < counts.length; place++) {
            if (counts[place] != 0 && !isClean(place)) {
                rows += (counts[place] & MOST_ROWS) + (counts[place] >>> 16);
            }
        }
        return rows;
    }

    void eachUnclean(LongConsumer consumer) {
        for (int place = 0; place < counts.length; place++) {
            if (counts[place] != 0 && !isClean(place)) {
                consumer.accept(ids[place]);
            }
        }
    }

    boolean isUnclean(long id) {
        int place = find(id);
        return counts[place] != 0 && !isClean(place);
    }

    private boolean isClean(int place) {
        return (counts[place] & MOST_ROWS) == counts[place] >>> 16
                && firsts[place] == 0
                && seconds[place] == 0;
    }

    private void count(int place, int rows, int step) {
        if (rows == MOST_ROWS) {
            throw new IllegalStateException(
                    "an execution id stands on more than %d rows".formatted(MOST_ROWS));
        }
        counts[place] += step;
    }

    /** Where the id is, taking a free place if it has none. */
    private int place(long id) {
        if (taken * 5L >= ids.length * 3L) {
            grow();
        }
        int place = find(id);
        if (counts[place] == 0) {
            ids[place] = id;
            taken++;
        }
        return place;
    }

    private int find(long id) {
        int mask = ids.length - 1;
        int place = (int) ((id * SPREAD) >>> 32) & mask;
        while (counts[place] != 0 && ids[place] != id) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        Ids bigger = new Ids(ids.length * 2);
        for (int place = 0; place < counts.length; place++) {
            if (counts[place] != 0) {
                int free = bigger.find(ids[place]);
                bigger.ids[free] = ids[place];
                bigger.firsts[free] = firsts[place];
                bigger.seconds[free] = seconds[place];
                bigger.counts[free] = counts[place];
            }
        }
        ids = bigger.ids;
        firsts = bigger.firsts;
        seconds = bigger.seconds;
        counts = bigger.counts;
    }

    Ids() {}

    private Ids(int places) {
        ids = new long[places];
        firsts = new long[places];
        seconds = new long[places];
        counts = new int[places];
    }
}
