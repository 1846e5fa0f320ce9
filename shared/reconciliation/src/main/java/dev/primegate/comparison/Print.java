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
 * <p>Numbers are printed as what they are worth: {@code 2.50} as {@code 2.5}. The first word of a
 * field says how many follow, so no two rows run together into the same words; each is below the
 * prime.
 */
final class Print {
    private static final BigInteger FRACTIONS = BigInteger.TEN.pow(Decimal10.SCALE);
    private static final BigInteger HIGH = BigInteger.TEN.pow(18);

    /** Characters of a text that stand in one word with its length. */
    private static final int HEAD = 4;

    private static final int CHUNK = 8;

    /** No chunk in seven bits a character is as large. */
    private static final long WIDE = 1L << 60;

    /** A whole number that stands in one word with its fraction. */
    private static final long SMALL = 1L << 23;

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

    /** One word of how long it is and how it begins, and one for each eight characters after. */
    void text(char[] text, int from, int to) {
        int head = Math.min(from + HEAD, to);
        long packed = pack(text, from, head);
        word(Math.max(packed, 0) << 32 | (long) (to - from) << 1 | (packed < 0 ? 1 : 0));
        if (packed < 0) {
            wide(text, from, head);
        }
        for (int i = head; i < to; i += CHUNK) {
            chunk(text, i, Math.min(i + CHUNK, to));
        }
    }

    private void chunk(char[] text, int from, int to) {
        long packed = pack(text, from, to);
        if (packed < 0) {
            word(WIDE);
            wide(text, from, to);
        } else {
            word(packed);
        }
    }

    private void wide(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            word(text[i]);
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
        boolean small = high == 0 && low < SMALL;
        word(
                (small ? low << 37 : 0)
                        | (fraction << 3)
                        | (negative ? 4 : 0)
                        | (high == 0 ? 0 : 2)
                        | (small ? 0 : 1));
        if (!small) {
            word(low);
        }
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

    /** At most eight characters of ASCII in seven bits each, or -1 if there are others. */
    private static long pack(char[] text, int from, int to) {
        long word = 0;
        int all = 0;
        for (int i = from; i < to; i++) {
            word = (word << 7) | text[i];
            all |= text[i];
        }
        return all < 128 ? word : -1;
    }
}
