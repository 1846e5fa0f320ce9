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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The checks that need no book: steps, prices, the size of one order, and what it must reserve.
 * Pure: all it knows is handed in.
 *
 * <p>Without a fresh reference nothing that trades at the market passes, and nothing that is sized
 * in cash, nor any sell: what it may come to is not known. A limit buy does, unless {@link
 * PriceRules#unpricedLimits} forbids it: its own price bounds it.
 */
public final class PreTrade {
    private final Instrument instrument;
    private final Limits limits;
    private final PriceRules rules;
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
            PriceRules rules,
            Optional<Price> reference,
            Optional<Decimal10> rate) {
        this.instrument = instrument;
        this.limits = limits;
        this.rules = rules;
        this.reference = reference;
        this.rate = rate;
    }

    public Verdict check(NewOrder order) {
        PriceCheck prices = new PriceCheck(rules, reference);
        Optional<Denial> refusal = offStep(order).or(() -> prices.denial(order));
        if (refusal.isPresent()) {
            return new Verdict.Denied(refusal.get());
        }
        if (rate.isEmpty()) {
            return denied("no-fx-rate", "no fresh rate of " + instrument.quote());
        }
        Optional<Worth> worth = Worth.of(order, rules.collarBps(), reference, rate.get());
        if (worth.isEmpty()) {
            return denied("no-reference-price", "no fresh reference price of " + order.symbol());
        }
        return beyond(worth.get())
                .<Verdict>map(Verdict.Denied::new)
                .orElseGet(() -> passed(order, worth.get(), prices));
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
        if (order.terms() instanceof OrderTerms.PreviouslyQuoted) {
            return Optional.empty(); // Brokers quote in steps of their own.
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

    private Optional<Denial> beyond(Worth worth) {
        if (exceeds(worth.quantity(), limits.maxOrderQty().amount())) {
            return Optional.of(
                    Denial.beyond(
                            "max-order-quantity",
                            "the order is larger than one order may be",
                            limits.maxOrderQty(),
                            PriceCheck.text(worth.quantity())));
        }
        if (exceeds(worth.notional(), limits.maxOrderNotional())) {
            return Optional.of(
                    Denial.beyond(
                            "max-order-notional",
                            "the order is worth more than one order may be",
                            limits.maxOrderNotional(),
                            PriceCheck.text(worth.notional())));
        }
        return Optional.empty();
    }

    private static boolean exceeds(BigDecimal figure, Decimal10 limit) {
        return figure.compareTo(limit.toBigDecimal()) > 0;
    }

    private Verdict passed(NewOrder order, Worth worth, PriceCheck prices) {
        // Within the limits, so it has the digits for it.
        Reservation reservation =
                new Reservation(
                        new Quantity(Decimal10.exactly(worth.quantity())),
                        Decimal10.exactly(worth.notional()));
        List<RiskCheck> checks = new ArrayList<>();
        checks.add(check("max-order-quantity", limits.maxOrderQty(), reservation.quantity()));
        checks.add(check("max-order-notional", limits.maxOrderNotional(), reservation.notional()));
        prices.passed(order).forEach(checks::add);
        reference.ifPresent(price -> checks.add(check("reference-price", "fresh", price)));
        rate.filter(r -> !r.equals(Decimal10.ONE))
                .ifPresent(r -> checks.add(check("fx-rate", "fresh", r)));
        return new Verdict.Passed(
                reservation, limits, List.copyOf(checks), prices.expectation(order));
    }

    private static RiskCheck check(String name, Object limit, Object actual) {
        return new RiskCheck(name, limit.toString(), actual.toString());
    }

    private static Verdict denied(String code, String reason) {
        return new Verdict.Denied(Denial.of(code, reason));
    }
}
