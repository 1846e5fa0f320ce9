package dev.primegate.bench;

import java.util.Arrays;

/** Measurements, every one of them kept. */
final class Samples {
    private final long[] sorted;

    private Samples(long[] sorted) {
        this.sorted = sorted;
    }

    static Samples of(long... measured) {
        if (measured.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        long[] sorted = measured.clone();
        Arrays.sort(sorted);
        return new Samples(sorted);
    }

    int count() {
        return sorted.length;
    }

    /** The least of them that so many in a hundred do not exceed. */
    long percentile(int hundredths) {
        int rank = Math.ceilDiv(sorted.length * hundredths, 100);
        return sorted[Math.max(rank, 1) - 1];
    }
}
