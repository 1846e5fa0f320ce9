package dev.primegate.comparison;

/**
 * Every execution id of two books by its print: how often it stands in each, and what remains when
 * the prints of its rows there are taken off those here. An id is clean if it stands as often in
 * both and nothing remains.
 *
 * <p>A table of plain numbers, 32 bytes a place that lie side by side, so that a row costs one look
 * into memory, and a million ids need 64 MB and no objects.
 */
final class Ids {
    private static final int SMALLEST = 1 << 12;
    private static final int MOST_ROWS = 0xFFFF;

    /** What a place holds, in this order: an id, both remains, the counts. */
    private static final int WIDTH = 4;

    private static final int FIRST = 1;
    private static final int SECOND = 2;
    // Rows of ours below, of the broker's above; 0 is a free place.
    private static final int COUNTS = 3;
    private static final int BROKERS = 16;

    private long[] table = new long[SMALLEST * WIDTH];
    private int taken;

    void ours(Print row) {
        add(row.id(), row.first(), row.second(), 0);
    }

    void brokers(Print row) {
        add(row.id(), Prints.PRIME - row.first(), Prints.PRIME - row.second(), BROKERS);
    }

    private void add(long id, long first, long second, int side) {
        int place = place(id);
        table[place + FIRST] = Prints.reduce(table[place + FIRST] + first);
        table[place + SECOND] = Prints.reduce(table[place + SECOND] + second);
        if (((table[place + COUNTS] >>> side) & MOST_ROWS) == MOST_ROWS) {
            throw new IllegalStateException(
                    "an execution id stands on more than %d rows".formatted(MOST_ROWS));
        }
        table[place + COUNTS] += 1L << side;
    }

    /** How many rows of ours have the same row at the broker's. */
    long clean() {
        long rows = 0;
        for (int place = 0; place < table.length; place += WIDTH) {
            rows += isClean(place) ? ours(place) : 0;
        }
        return rows;
    }

    /** How many rows of both have not. */
    long unclean() {
        long rows = 0;
        for (int place = 0; place < table.length; place += WIDTH) {
            rows += isClean(place) ? 0 : ours(place) + brokers(place);
        }
        return rows;
    }

    /** The ids of those rows. */
    IdSet uncleanIds() {
        int ids = 0;
        for (int place = 0; place < table.length; place += WIDTH) {
            ids += isClean(place) ? 0 : 1;
        }
        IdSet unclean = new IdSet(ids);
        for (int place = 0; place < table.length; place += WIDTH) {
            if (!isClean(place)) {
                unclean.add(table[place]);
            }
        }
        return unclean;
    }

    private long ours(int place) {
        return table[place + COUNTS] & MOST_ROWS;
    }

    private long brokers(int place) {
        return table[place + COUNTS] >>> BROKERS;
    }

    /** So is a free place. */
    private boolean isClean(int place) {
        return ours(place) == brokers(place)
                && table[place + FIRST] == 0
                && table[place + SECOND] == 0;
    }

    /** Where the id is, taking a free place if it has none. */
    private int place(long id) {
        if (taken * 5L * WIDTH >= table.length * 3L) {
            grow();
        }
        int place = find(table, id);
        if (table[place + COUNTS] == 0) {
            table[place] = id;
            taken++;
        }
        return place;
    }

    private static int find(long[] table, long id) {
        int mask = table.length - 1;
        int place = IdSet.spread(id) * WIDTH & mask;
        while (table[place + COUNTS] != 0 && table[place] != id) {
            place = (place + WIDTH) & mask;
        }
        return place;
    }

    private void grow() {
        long[] bigger = new long[table.length * 2];
        for (int place = 0; place < table.length; place += WIDTH) {
            if (table[place + COUNTS] != 0) {
                System.arraycopy(table, place, bigger, find(bigger, table[place]), WIDTH);
            }
        }
        table = bigger;
    }
}
