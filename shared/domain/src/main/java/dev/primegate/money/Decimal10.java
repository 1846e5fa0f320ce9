package dev.primegate.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * The one number of this house: an exact decimal with ten fraction digits, held as an integer count
 * of 0.0000000001.
 *
 * <p>Nothing is rounded unless the caller names a {@link RoundingMode}. A value has at most 38
 * digits, DynamoDB's bound: what could not be stored cannot be built, and arithmetic that would
 * leave the range throws {@link ArithmeticException}.
 */
public record Decimal10(BigInteger units) implements Comparable<Decimal10> {
    /** Fraction digits. */
    public static final int SCALE = 10;

    // Before the constants below, whose constructor reads it.
    private static final BigInteger UNITS_END = BigInteger.TEN.pow(38);
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,28}(\\.[0-9]{1,10})?");
    // A broker's number: exponents do occur in JSON, a flood of digits only in attacks.
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?[0-9]{1,60}(\\.[0-9]{0,60})?([eE][-+]?[0-9]{1,2})?");

    public static final Decimal10 ZERO = new Decimal10(BigInteger.ZERO);
    public static final Decimal10 ONE = of("1");

    public Decimal10 {
        if (units.abs().compareTo(UNITS_END) >= 0) {
            throw new ArithmeticException("does not fit in 38 digits: " + units);
        }
    }

    /**
     * Reads the wire form: plain decimal text such as {@code -12.5}, at most 28 digits before the
     * point and ten after it.
     *
     * @throws NumberFormatException for anything else: an exponent, a sign of plus, a blank, an
     *     eleventh decimal, digits other than 0 to 9
     */
    public static Decimal10 of(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new NumberFormatException("not a plain decimal of at most ten places: " + text);
        }
        return exactly(new BigDecimal(text));
    }

    /** Takes {@code value} as it is; throws {@link ArithmeticException} if digits would be lost. */
    public static Decimal10 exactly(BigDecimal value) {
        return round(value, RoundingMode.UNNECESSARY);
    }

    /** Takes {@code value} to ten places by the caller's rule. */
    public static Decimal10 round(BigDecimal value, RoundingMode rounding) {
        return new Decimal10(value.setScale(SCALE, rounding).unscaledValue());
    }

    /**
     * Reads a number as brokers write them, float noise included; {@link Rounded} keeps what was
     * said and what rounding took away.
     *
     * @throws NumberFormatException if it is no number at all
     */
    public static Rounded read(String raw) {
        if (!NUMBER.matcher(raw).matches()) {
            throw new NumberFormatException("not a number: " + raw);
        }
        BigDecimal said = new BigDecimal(raw);
        // Ties go to the even digit so that noise does not drift one way.
        Decimal10 value = round(said, RoundingMode.HALF_EVEN);
        return new Rounded(value, raw, said.subtract(value.toBigDecimal()));
    }

    public Decimal10 plus(Decimal10 other) {
        return new Decimal10(units.add(other.units));
    }

    public Decimal10 minus(Decimal10 other) {
        return new Decimal10(units.subtract(other.units));
    }

    public Decimal10 negated() {
        return new Decimal10(units.negate());
    }

    public Decimal10 times(Decimal10 other, RoundingMode rounding) {
        return round(toBigDecimal().multiply(other.toBigDecimal()), rounding);
    }

    /** Divides; throws {@link ArithmeticException} by zero. */
    public Decimal10 over(Decimal10 other, RoundingMode rounding) {
        return exactly(toBigDecimal().divide(other.toBigDecimal(), SCALE, rounding));
    }

    /** This times {@code part} over {@code whole}, rounded once. */
    public Decimal10 share(Decimal10 part, Decimal10 whole, RoundingMode rounding) {
        BigDecimal product = toBigDecimal().multiply(part.toBigDecimal());
        return exactly(product.divide(whole.toBigDecimal(), SCALE, rounding));
    }

    public int signum() {
        return units.signum();
    }

    public Decimal10 max(Decimal10 other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Decimal10 min(Decimal10 other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Whether this is a whole number of {@code step}s. */
    public boolean isMultipleOf(Decimal10 step) {
        return units.remainder(step.units).signum() == 0;
    }

    @Override
    public int compareTo(Decimal10 other) {
        return units.compareTo(other.units);
    }

    public BigDecimal toBigDecimal() {
        return new BigDecimal(units, SCALE);
    }

    /** The wire form: plain text without trailing zeros, always a string in JSON. */
    @Override
    public String toString() {
        return units.signum() == 0 ? "0" : toBigDecimal().stripTrailingZeros().toPlainString();
    }

    /**
     * A number taken from somebody else's text.
     *
     * @param raw the text as it came
     * @param residue what was said minus {@code value}; zero when nothing was lost
     */
    public record Rounded(Decimal10 value, String raw, BigDecimal residue) {}
}
