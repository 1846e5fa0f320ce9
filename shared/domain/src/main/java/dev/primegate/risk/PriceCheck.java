package dev.primegate.risk;

import dev.primegate.money.Price;
import dev.primegate.order.Denial;
import dev.primegate.order.Expectation;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Side;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The price collar and the bound on slippage. */
final class PriceCheck {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(PriceRules.WHOLE);

    private final PriceRules rules;
    private final Optional<Price> reference;

    PriceCheck(PriceRules rules, Optional<Price> reference) {
        this.rules = rules;
        this.reference = reference;
    }

    Optional<Denial> denial(NewOrder order) {
        OptionalInt slippage = order.terms().maxSlippage();
        if (slippage.isPresent() && slippage.getAsInt() > rules.maxSlippageBps()) {
            return Optional.of(
                    Denial.beyond(
                            "max-slippage",
                            "maxSlippageBps is more than the instrument may slip",
                            rules.maxSlippageBps(),
                            slippage.getAsInt()));
        }
        return order.terms()
                .limit()
                .flatMap(limit -> outlier(order.terms(), limit))
                .or(() -> order.terms().limit().flatMap(limit -> collar(order.side(), limit)));
    }

    /** What the order was held against and passed. */
    Stream<RiskCheck> passed(NewOrder order) {
        Stream<RiskCheck> slippage =
                order.terms().maxSlippage().stream()
                        .mapToObj(bps ->
                                new RiskCheck(
                                        "max-slippage",
                                        String.valueOf(rules.maxSlippageBps()),
                                        String.valueOf(bps)));
        Stream<RiskCheck> collar =
                order.terms().limit().stream()
                        .map(limit ->
                                new RiskCheck(
                                        "price-collar",
                                        reference
                                                .map(price -> text(bound(order.side(), price)))
                                                .orElse("no reference"),
                                        limit.toString()));
        return Stream.concat(slippage, collar);
    }

    /** Where it should fill; what has a limit says so itself. */
    Optional<Expectation> expectation(NewOrder order) {
        Optional<Price> price =
                switch (order.terms()) {
                    case OrderTerms.Market _ -> reference;
                    case OrderTerms.Stop stop -> Optional.of(stop.stopPx());
                    case OrderTerms.Limit _,
                            OrderTerms.StopLimit _,
                            OrderTerms.PreviouslyQuoted _ ->
                            Optional.empty();
                };
        return price.map(expected -> new Expectation(expected, rules.slippageAlertBps()));
    }

    /** What a broker quotes may be wrong either way: a gift is taken back. */
    private Optional<Denial> outlier(OrderTerms terms, Price quoted) {
        return reference
                .filter(_ -> terms.quote().isPresent())
                .filter(price -> Outlier.isFar(quoted, price))
                .map(price ->
                        Denial.beyond(
                                "quote-outlier",
                                "the quoted price is 10 % or more off the reference",
                                price,
                                quoted));
    }

    private Optional<Denial> collar(Side side, Price limit) {
        if (reference.isEmpty()) {
            return rules.unpricedLimits()
                    ? Optional.empty()
                    : Optional.of(
                            Denial.of(
                                    "no-reference-price",
                                    "no fresh reference price to hold the limit price against"));
        }
        BigDecimal bound = bound(side, reference.get());
        int beyond = limit.amount().toBigDecimal().compareTo(bound);
        // At the bound itself it is refused.
        if (side == Side.BUY ? beyond < 0 : beyond > 0) {
            return Optional.empty();
        }
        return Optional.of(
                Denial.beyond(
                        "price-collar",
                        "the limit price is %d bps or more through the reference %s"
                                .formatted(rules.collarBps(), reference.get()),
                        text(bound),
                        limit));
    }

    /** Exact: a reference has ten places, and this at most four more. */
    private BigDecimal bound(Side side, Price reference) {
        int bps = side == Side.BUY ? rules.collarBps() : -rules.collarBps();
        return moved(reference.amount().toBigDecimal(), bps);
    }

    /** {@code price} moved by so many basis points of itself; nothing is rounded. */
    static BigDecimal moved(BigDecimal price, int bps) {
        return price.multiply(WHOLE.add(BigDecimal.valueOf(bps))).movePointLeft(4);
    }

    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
