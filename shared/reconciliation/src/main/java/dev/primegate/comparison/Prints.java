package dev.primegate.comparison;

import java.util.random.RandomGenerator;

/**
 * Fingerprints of trades: one of the execution id, and one of everything that is compared.
 *
 * <p>A row is read as a polynomial whose coefficients are its words, and a print is its value at a
 * point, modulo the prime 2^61 - 1. Two different rows of at most n words have the same value at no
 * more than n points, so with points drawn anew for each run they meet by a chance of at most n /
 * 2^61, whoever made them. Of a row two values are kept: n / 2^61, squared. Among a million rows on
 * each side, of 60 words, less than once in 10^21 runs. Rows whose prints are equal are not looked
 * at again; two ids that meet only cost time, for what is looked at is compared by its text.
 */
record Prints(long firstPoint, long secondPoint) {
    /** 2^61 - 1, a prime. */
    static final long PRIME = (1L << 61) - 1;

    static Prints drawn(RandomGenerator random) {
        return new Prints(random.nextLong(1L << 32, PRIME), random.nextLong(1L << 32, PRIME));
    }

    /** {@code left * right} modulo the prime; both are below it. */
    static long multiply(long left, long right) {
        long high = Math.multiplyHigh(left, right);
        long low = left * right;
        // The product has at most 122 bits: its upper 61 count once more, because 2^61 is 1.
        return reduce((low & PRIME) + ((high << 3) | (low >>> 61)));
    }

    /** {@code value}, not below zero, modulo the prime. */
    static long reduce(long value) {
        long folded = (value & PRIME) + (value >>> 61);
        return folded >= PRIME ? folded - PRIME : folded;
    }
}
