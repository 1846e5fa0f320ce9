package dev.primegate.comparison;

import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.statement.TradeLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sums over lines of one instrument and side. */
final class Groups {
    /** Half a unit of the tenth place either way: what rounding to ten places may move a price. */
    static final Decimal10 UNIT = Decimal10.of("0.0000000001");

    private Groups() {}

    static Decimal10 quantity(List<TradeLine> lines) {
        return lines.stream()
                .map(line -> line.quantity().amount())
                .reduce(Decimal10.ZERO, Decimal10::plus);
    }

    static Decimal10 value(List<TradeLine> lines) {
        return lines.stream().map(TradeLine::value).reduce(Decimal10.ZERO, Decimal10::plus);
    }

    /** What was paid, to the last place: products are not rounded. */
    static BigDecimal paid(List<TradeLine> lines) {
        return lines.stream()
                .map(line ->
                        line.price()
                                .amount()
                                .toBigDecimal()
                                .multiply(line.quantity().amount().toBigDecimal()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Whether the average prices of two groups of the same quantity are no further apart than
     * {@code most}; without a division, so without rounding.
     */
    static boolean samePrice(List<TradeLine> ours, List<TradeLine> brokers, Decimal10 most) {
        BigDecimal apart = paid(ours).subtract(paid(brokers)).abs();
        BigDecimal allowed = most.toBigDecimal().multiply(quantity(ours).toBigDecimal());
        return apart.compareTo(allowed) <= 0;
    }

    /** The fees of all lines; empty if no line speaks of any, or they are in several assets. */
    static Optional<Money> fee(List<TradeLine> lines) {
        List<Money> fees = lines.stream().flatMap(line -> line.fee().stream()).toList();
        if (fees.isEmpty()) {
            return Optional.empty();
        }
        Asset asset = fees.getFirst().asset();
        return fees.stream().allMatch(fee -> fee.asset().equals(asset))
                ? fees.stream().reduce(Money::plus)
                : Optional.empty();
    }

    /** Whether every line is the same trade as the first, but for where it was read. */
    static boolean areAlike(List<TradeLine> lines) {
        TradeLine first = lines.getFirst();
        return lines.stream()
                .allMatch(line ->
                        line.instrument().equals(first.instrument())
                                && line.side() == first.side()
                                && line.quantity().equals(first.quantity())
                                && line.price().equals(first.price())
                                && line.fee().equals(first.fee())
                                && line.days().traded().equals(first.days().traded()));
    }

    static boolean sameInstrumentAndSide(List<TradeLine> ours, List<TradeLine> brokers) {
        TradeLine first = ours.getFirst();
        return Stream.concat(ours.stream(), brokers.stream())
                .allMatch(line ->
                        line.instrument().key().equals(first.instrument().key())
                                && line.currency().equals(first.currency())
                                && line.side() == first.side());
    }
}
