package dev.primegate.money;

/** How much of an instrument; never negative. The sign of a trade is its side. */
public record Quantity(Decimal10 amount) implements Comparable<Quantity> {
    public static final Quantity NONE = new Quantity(Decimal10.ZERO);

    public Quantity {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("quantity is negative: " + amount);
        }
    }

    /** Reads the wire form; see {@link Decimal10#of}. */
    public static Quantity of(String text) {
        return new Quantity(Decimal10.of(text));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(amount.plus(other.amount));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(amount.minus(other.amount));
    }

    /** What is left of this after {@code other}, at least nothing. */
    public Quantity less(Quantity other) {
        return exceeds(other) ? minus(other) : NONE;
    }

    public Quantity max(Quantity other) {
        return exceeds(other) ? this : other;
    }

    public boolean exceeds(Quantity other) {
        return compareTo(other) > 0;
    }

    public boolean isNone() {
        return amount.signum() == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toString();
    }
}
