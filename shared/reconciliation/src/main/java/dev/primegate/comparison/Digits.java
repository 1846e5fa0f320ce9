package dev.primegate.comparison;

import dev.primegate.money.Decimal10;

/**
 * A number in plain decimals, taken apart without being built: 28 digits before the point do not
 * fit in a long, so its upper ten stand apart. Used again for the next number.
 */
final class Digits {
    private static final int LOW = 18;
    private static final int HIGH = 10;

    private long high;
    private long low;
    private long fraction;
    private boolean negative;

    /** Nothing at all is zero. */
    void read(char[] text, int from, int to) {
        boolean minus = from < to && text[from] == '-';
        int begin = minus ? from + 1 : from;
        int point = begin;
        while (point < to && text[point] != '.') {
            point++;
        }
        int whole = point - begin;
        int places = point == to ? 0 : to - point - 1;
        boolean nothing = from == to;
        boolean plain =
                whole >= 1
                        && whole <= LOW + HIGH
                        && places <= Decimal10.SCALE
                        && (point == to || places >= 1);
        if (!nothing && !plain) {
            throw none(text, from, to);
        }
        int split = Math.max(begin, point - LOW);
        high = run(text, begin, split);
        low = run(text, split, point);
        fraction = places == 0 ? 0 : run(text, point + 1, to) * scale(Decimal10.SCALE - places);
        negative = minus && !isZero();
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    /** In ten-billionths. */
    long fraction() {
        return fraction;
    }

    boolean isNegative() {
        return negative;
    }

    boolean isZero() {
        return (high | low | fraction) == 0;
    }

    private static long run(char[] text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                throw none(text, from, to);
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static long scale(int zeros) {
        long scale = 1;
        for (int i = 0; i < zeros; i++) {
            scale *= 10;
        }
        return scale;
    }

    private static NumberFormatException none(char[] text, int from, int to) {
        return new NumberFormatException(
                "not a plain decimal of at most ten places: "
                        + new String(text, from, Math.min(to - from, 60)));
    }
}
