package dev.primegate.risk;

import dev.primegate.instrument.Instrument;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Denial;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Reservation;
import dev.primegate.order.Side;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checks that need no book: steps, the size of one order, and what it must reserve. Pure: all
 * it knows is handed in.
 */
public final class PreTrade {
    /** A cash-sized order is taken to trade no further than this below its reference. */
    private static final Decimal10 CASH_COLLAR = Decimal10.of("0.9");

    private static final Decimal10 BPS = Decimal10.of("10000");

    private final Instrument instrument;
    private final Limits limits;
    private final Optional<Price> reference;
    private final Optional<Decimal10> rate;

    /**
     * Makes the checks for one instrument, at one moment.
     *
     * @param reference a fresh price of the instrument, if there is one
     * @param rate risk currency for one unit of the quote asset, if a fresh one is known
     */
    public PreTrade(
            Instrument instrument,
            Limits limits,
            Optional<Price> reference,
            Optional<Decimal10> rate) {
        this.instrument = instrument;
        this.limits = limits;
        this.reference = reference;
        this.rate = rate;
    }

    public Verdict check(NewOrder order) {
        Optional<Denial> steps = offStep(order);
        if (steps.isPresent()) {
            return new Verdict.Denied(steps.get());
        }
        if (rate.isEmpty()) {
            return denied("no-fx-rate", "no fresh rate of " + instrument.quote());
        }
        Optional<Quantity> quantity = quantity(order);
        Optional<Decimal10> notional = quantity.flatMap(q -> notional(order, q));
        if (quantity.isEmpty() || notional.isEmpty()) {
            return denied("no-reference-price", "no fresh reference price of " + order.symbol());
        }
        return limited(
                new Reservation(
                        quantity.get(), notional.get().times(rate.get(), RoundingMode.CEILING)));
    }

    private Optional<Denial> offStep(NewOrder order) {
        if (order.size() instanceof OrderSize.Units(Quantity quantity)
                && !quantity.amount().isMultipleOf(instrument.quantityStep())) {
            return Optional.of(
                    Denial.beyond(
                            "quantity-off-step",
                            "orderQty is no multiple of the instrument's step",
                            instrument.quantityStep(),
                            quantity));
        }
        return Stream.of(order.terms().limit(), order.terms().stop())
                .flatMap(Optional::stream)
                .filter(price -> !price.amount().isMultipleOf(instrument.priceStep()))
                .findFirst()
                .map(price ->
                        Denial.beyond(
                                "price-off-step",
                                "a price is no multiple of the instrument's step",
                                instrument.priceStep(),
                                price));
    }

    private Optional<Quantity> quantity(NewOrder order) {
        return switch (order.size()) {
            case OrderSize.Units(Quantity quantity) -> Optional.of(quantity);
            case OrderSize.Cash(Decimal10 cash) ->
                    // Up, so that what it may buy is covered.
                    reference.map(price ->
                            new Quantity(
                                    cash.over(
                                            price.amount().times(CASH_COLLAR, RoundingMode.FLOOR),
                                            RoundingMode.CEILING)));
        };
    }

    /** In the quote asset, always rounded up; none when it cannot be known without a reference. */
    private Optional<Decimal10> notional(NewOrder order, Quantity quantity) {
        if (order.size() instanceof OrderSize.Cash(Decimal10 cash)) {
            return Optional.of(cash);
        }
        return worstPrice(order).map(price -> price.times(quantity, RoundingMode.CEILING));
    }

    private Optional<Price> worstPrice(NewOrder order) {
        return switch (order.terms()) {
            case OrderTerms.Market market ->
                    reference.map(price -> slipped(price, market.maxSlippageBps()));
            case OrderTerms.Stop stop -> Optional.of(slipped(stop.stopPx(), stop.maxSlippageBps()));
            case OrderTerms.Limit limit -> Optional.of(highest(order.side(), limit.price()));
            case OrderTerms.StopLimit limit -> Optional.of(highest(order.side(), limit.price()));
        };
    }

    /** A sell may trade above its limit: at the reference, as far as we know. */
    private Price highest(Side side, Price limit) {
        return side == Side.BUY ? limit : reference.map(limit::max).orElse(limit);
    }

    private static Price slipped(Price price, int bps) {
        Decimal10 factor = BPS.plus(Decimal10.of(String.valueOf(bps)));
        return new Price(price.amount().share(factor, BPS, RoundingMode.CEILING));
    }

    private Verdict limited(Reservation reservation) {
        Quantity quantity = reservation.quantity();
        Decimal10 notional = reservation.notional();
        if (quantity.exceeds(limits.maxOrderQty())) {
            return new Verdict.Denied(
                    Denial.beyond(
                            "max-order-quantity",
                            "the order is larger than one order may be",
                            limits.maxOrderQty(),
                            quantity));
        }
        if (notional.compareTo(limits.maxOrderNotional()) > 0) {
            return new Verdict.Denied(
                    Denial.beyond(
                            "max-order-notional",
                            "the order is worth more than one order may be",
                            limits.maxOrderNotional(),
                            notional));
        }
        return new Verdict.Passed(reservation, passed(reservation));
    }

    private List<RiskCheck> passed(Reservation reservation) {
        List<RiskCheck> checks = new ArrayList<>();
        checks.add(check("max-order-quantity", limits.maxOrderQty(), reservation.quantity()));
        checks.add(check("max-order-notional", limits.maxOrderNotional(), reservation.notional()));
        reference.ifPresent(price -> checks.add(check("reference-price", "fresh", price)));
        rate.filter(r -> !r.equals(Decimal10.ONE))
                .ifPresent(r -> checks.add(check("fx-rate", "fresh", r)));
        return List.copyOf(checks);
    }

    private static RiskCheck check(String name, Object limit, Object actual) {
        return new RiskCheck(name, limit.toString(), actual.toString());
    }

    private static Verdict denied(String code, String reason) {
        return new Verdict.Denied(Denial.of(code, reason));
    }
}
