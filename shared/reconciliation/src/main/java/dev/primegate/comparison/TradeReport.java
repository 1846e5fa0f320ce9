package dev.primegate.comparison;

/**
 * What a comparison came to, beside its findings.
 *
 * @param ours how many rows our book has
 * @param brokers how many the broker's has
 * @param matched how many of ours agree with it in everything that is compared
 * @param uncompared how many rows were too many to compare one by one, because the books have
 *     little in common; above zero the comparison is not whole, and nobody may call it green
 */
public record TradeReport(long ours, long brokers, long matched, long uncompared) {
    TradeReport plus(TradeReport other) {
        return new TradeReport(
                ours + other.ours,
                brokers + other.brokers,
                matched + other.matched,
                uncompared + other.uncompared);
    }

    public boolean isWhole() {
        return uncompared == 0;
    }
}
