package dev.primegate.report;

import dev.primegate.ledger.Cost;
import dev.primegate.ledger.PositionId;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one position has earned since its first trade, in the asset its price counts, fees apart.
 *
 * <p>One that exists ties: what was realised and what was not are, within one unit of the tenth
 * place, what is held at its mark plus what was received less what was paid.
 *
 * @param realisedThatDay the part of {@code cost.realised()} that the day added
 * @param cash received less paid, fees apart; reckoned from the lines, and not from {@code cost}
 * @param fees by asset; never part of a result
 * @param mark none where no price of that day is known, and something is held
 */
public record ProfitLine(
        PositionId position,
        Asset currency,
        Cost cost,
        Decimal10 realisedThatDay,
        Decimal10 cash,
        SortedMap<Asset, Decimal10> fees,
        Optional<Mark> mark) {
    private static final BigDecimal UNIT = BigDecimal.ONE.movePointLeft(Decimal10.SCALE);

    /** A price and its time. */
    public record Mark(Price price, Instant at) {}

    public ProfitLine {
        fees = Collections.unmodifiableSortedMap(new TreeMap<>(fees));
        Optional<BigDecimal> gap = gap(cost, cash, mark);
        if (gap.isPresent() && gap.get().abs().compareTo(UNIT) > 0) {
            throw new IllegalStateException(
                    "%s does not tie: %s is not explained".formatted(position, gap.get()));
        }
    }

    /** What is held at its mark; nothing needs none. */
    public Optional<Decimal10> value() {
        return exactValue(cost, mark).map(ProfitLine::rounded);
    }

    public Optional<Decimal10> unrealised() {
        return unrealised(cost, mark);
    }

    /** Realised and not. */
    public Optional<Decimal10> total() {
        return unrealised().map(open -> open.plus(cost.realised()));
    }

    private static Optional<Decimal10> unrealised(Cost cost, Optional<Mark> mark) {
        return exactValue(cost, mark)
                .map(value -> rounded(value.subtract(cost.cost().toBigDecimal())));
    }

    private static Optional<BigDecimal> gap(Cost cost, Decimal10 cash, Optional<Mark> mark) {
        return exactValue(cost, mark)
                .map(value ->
                        cost.realised()
                                .plus(unrealised(cost, mark).orElseThrow())
                                .toBigDecimal()
                                .subtract(value.add(cash.toBigDecimal())));
    }

    private static Optional<BigDecimal> exactValue(Cost cost, Optional<Mark> mark) {
        BigDecimal held = cost.quantity().toBigDecimal();
        return cost.quantity().signum() == 0
                ? Optional.of(BigDecimal.ZERO)
                : mark.map(m -> held.multiply(m.price().amount().toBigDecimal()));
    }

    /** Ties to even: many lines must not add up one way. */
    private static Decimal10 rounded(BigDecimal value) {
        return Decimal10.round(value, RoundingMode.HALF_EVEN);
    }
}
