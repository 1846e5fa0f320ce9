package dev.primegate.comparison;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.statement.TradeLine;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The print of one row, taken field by field; used again for the next row, so that a million rows
 * leave nothing behind.
 *
 * <p>Numbers are printed as what they are worth: {@code 2.50} as {@code 2.5}. Each text says how
 * long it is, so no two rows run together into the same words.
 */
final class Print {
    private static final BigInteger FRACTIONS = BigInteger.TEN.pow(Decimal10.SCALE);
    private static final BigInteger HIGH = BigInteger.TEN.pow(18);
    private static final int NUMBER = 1;
    private static final int ASCII = 2;
    private static final int WIDE = 3;

    private final Prints points;
    private final Digits digits = new Digits();
    private long id;
    private long first;
    private long second;

    Print(Prints points) {
        this.points = points;
    }

    long id() {
        return id;
    }

    long first() {
        return first;
    }

    long second() {
        return second;
    }

    /** Begins a row with the execution id, which has a print of its own as well. */
    void begin(char[] text, int from, int to) {
        begin();
        text(text, from, to);
        id = first;
    }

    /**
     * The row of {@code line}: what is compared of it, in the order of a file's columns. Whoever
     * adds a field here adds it to {@link SameTrade}.
     */
    void of(TradeLine line) {
        begin(line.id().toCharArray(), 0, line.id().length());
        text(line.instrument().key());
        text(line.side().name());
        number(line.quantity().amount());
        number(line.price().amount());
        text(line.currency().code());
        fee(line.fee().orElse(null));
        text(line.days().traded().toString());
        text(line.days().settles().map(Object::toString).orElse(""));
        flag(line.busted());
    }

    private void fee(@Nullable Money fee) {
        Decimal10 amount = fee == null ? Decimal10.ZERO : fee.amount();
        number(amount);
        text(fee == null || amount.signum() == 0 ? "" : fee.asset().code());
    }

    private void text(String text) {
        text(text.toCharArray(), 0, text.length());
    }

    void text(char[] text, int from, int to) {
        boolean ascii = isAscii(text, from, to);
        int step = ascii ? 8 : 3;
        int bits = ascii ? 7 : 16;
        word(((long) (to - from) << 2) | (ascii ? ASCII : WIDE));
        for (int i = from; i < to; i += step) {
            word(pack(text, i, Math.min(i + step, to), bits));
        }
    }

    /**
     * A number as {@link Decimal10#of} reads it, or nothing at all for zero.
     *
     * @return whether it is not zero
     * @throws NumberFormatException if it is none
     */
    boolean number(char[] text, int from, int to) {
        digits.read(text, from, to);
        number(digits.high(), digits.low(), digits.fraction(), digits.isNegative());
        return !digits.isZero();
    }

    private void number(Decimal10 number) {
        BigInteger[] parts = number.units().abs().divideAndRemainder(FRACTIONS);
        BigInteger[] whole = parts[0].divideAndRemainder(HIGH);
        number(
                whole[0].longValueExact(),
                whole[1].longValueExact(),
                parts[1].longValueExact(),
                number.signum() < 0);
    }

    private void number(long high, long low, long fraction, boolean negative) {
        word((fraction << 4) | (negative ? 8 : 0) | (high == 0 ? 0 : 4) | NUMBER);
        word(low);
        if (high != 0) {
            word(high);
        }
    }

    void flag(boolean flag) {
        word(flag ? 8 : 4);
    }

    private void begin() {
        first = 1;
        second = 1;
    }

    private void word(long word) {
        first = Prints.reduce(Prints.multiply(first, points.firstPoint()) + word);
        second = Prints.reduce(Prints.multiply(second, points.secondPoint()) + word);
    }

    private static boolean isAscii(char[] text, int from, int to) {
        int all = 0;
        for (int i = from; i < to; i++) {
            all |= text[i];
        }
        return all < 128;
    }

    private static long pack(char[] text, int from, int to, int bits) {
        long word = 0;
        for (int i = from; i < to; i++) {
            word = (word << bits) | text[i];
        }
        return word;
    }
}
