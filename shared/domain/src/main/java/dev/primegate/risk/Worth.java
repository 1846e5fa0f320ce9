package dev.primegate.risk;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The most an order could come to, each figure rounded up once, at the end. In {@link BigDecimal},
 * because an absurd order must be refused by a limit, and not fail for want of digits before it
 * meets one.
 *
 * @param quantity units of the base, ten places
 * @param notional risk currency, ten places
 */
record Worth(BigDecimal quantity, BigDecimal notional) {
    /**
     * Works it out; empty if it cannot be known without a fresh reference.
     *
     * @param rate risk currency for one unit of the quote asset
     */
    static Optional<Worth> of(
            NewOrder order, int collarBps, Optional<Price> reference, Decimal10 rate) {
        return switch (order.size()) {
            case OrderSize.Units units ->
                    highest(order, reference.map(Worth::number))
                            .map(price -> {
                                BigDecimal quantity = units.orderQty().amount().toBigDecimal();
                                return of(quantity, price.multiply(quantity), rate);
                            });
            case OrderSize.Cash(Decimal10 cash) ->
                    lowest(order, reference.map(Worth::number), collarBps)
                            .map(lowest -> {
                                BigDecimal quantity =
                                        cash.toBigDecimal()
                                                .divide(
                                                        lowest,
                                                        Decimal10.SCALE,
                                                        RoundingMode.CEILING);
                                return of(quantity, cash.toBigDecimal(), rate);
                            });
        };
    }

    private static Worth of(BigDecimal quantity, BigDecimal quote, Decimal10 rate) {
        return new Worth(
                quantity,
                quote.multiply(rate.toBigDecimal())
                        .setScale(Decimal10.SCALE, RoundingMode.CEILING));
    }

    /** The highest price it may trade at, as far as we know. */
    private static Optional<BigDecimal> highest(NewOrder order, Optional<BigDecimal> reference) {
        return switch (order.terms()) {
            case OrderTerms.Market market ->
                    reference.map(price -> PriceCheck.moved(price, market.maxSlippageBps()));
            // Once awake it is a market order; if the market is beyond its stop, it is so at once.
            case OrderTerms.Stop stop ->
                    reference.map(price ->
                            PriceCheck.moved(
                                    price.max(number(stop.stopPx())), stop.maxSlippageBps()));
            case OrderTerms.Limit limit -> highest(order.side(), number(limit.price()), reference);
            case OrderTerms.StopLimit limit ->
                    highest(order.side(), number(limit.price()), reference);
            // All of it at that price, whatever the market does.
            case OrderTerms.PreviouslyQuoted quoted -> Optional.of(number(quoted.price()));
        };
    }

    /**
     * A sell may trade above its limit, at the reference: without one its own price says little.
     */
    private static Optional<BigDecimal> highest(
            Side side, BigDecimal limit, Optional<BigDecimal> reference) {
        return side == Side.BUY ? Optional.of(limit) : reference.map(limit::max);
    }

    /** The lowest price that cash is taken to trade at: the lower, the more units it moves. */
    private static Optional<BigDecimal> lowest(
            NewOrder order, Optional<BigDecimal> reference, int collarBps) {
        return order.terms() instanceof OrderTerms.PreviouslyQuoted(var _, Price price)
                ? Optional.of(number(price))
                : reference.map(known -> lowest(order, known, collarBps));
    }

    private static BigDecimal lowest(NewOrder order, BigDecimal reference, int collarBps) {
        BigDecimal start =
                Stream.of(order.terms().limit(), order.terms().stop())
                        .flatMap(Optional::stream)
                        .map(Worth::number)
                        .reduce(reference, BigDecimal::min);
        int slippage = order.terms().maxSlippage().orElse(0);
        return PriceCheck.moved(start, -Math.max(collarBps, slippage));
    }

    private static BigDecimal number(Price price) {
        return price.amount().toBigDecimal();
    }
}
