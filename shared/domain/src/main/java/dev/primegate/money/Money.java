package dev.primegate.money;

/** An amount of one asset; may be negative. Amounts of two assets do not add. */
public record Money(Decimal10 amount, Asset asset) {
    public Money plus(Money other) {
        if (!asset.equals(other.asset)) {
            throw new IllegalArgumentException("cannot add " + other.asset + " to " + asset);
        }
        return new Money(amount.plus(other.amount), asset);
    }

    @Override
    public String toString() {
        return amount + " " + asset;
    }
}
