package dev.primegate.order;

import dev.primegate.instrument.Symbol;
import java.time.Instant;
import java.util.Optional;

/**
 * What the OMS asked for; FIX message D in our types. Two requests with the same {@link #meaning}
 * ask for the same thing, however they were spelled.
 */
public record NewOrder(
        Tenant tenant,
        Account account,
        ClOrdId clOrdId,
        Symbol symbol,
        Side side,
        OrderSize size,
        OrderTerms terms,
        TimeInForce timeInForce,
        Optional<Instant> effectiveTime,
        Optional<Instant> expireTime,
        Optional<ExecInst> execInst,
        Optional<String> locateId,
        Optional<String> exDestination,
        String desk,
        String trader,
        Optional<String> text) {

    public NewOrder {
        if (timeInForce == TimeInForce.GTD && expireTime.isEmpty()) {
            throw new IllegalArgumentException("expireTime is missing, and timeInForce is GTD");
        }
    }

    public OrderId id() {
        return OrderId.of(tenant, account, clOrdId);
    }

    /** A hash over every field: equal exactly when two requests mean the same. */
    public String meaning() {
        OrderTerms.Strategy strategy = terms.strategy().orElse(null);
        return Digest.hex(
                tenant.name(),
                account.name(),
                clOrdId.text(),
                symbol.text(),
                side.name(),
                sizeText(),
                terms.ordType().name(),
                textOf(terms.limit()),
                textOf(terms.stop()),
                ownText(),
                strategy == null ? "" : strategy.target().name(),
                strategy == null ? "" : textOf(strategy.participationRate()),
                timeInForce.name(),
                textOf(effectiveTime),
                textOf(expireTime),
                textOf(execInst),
                textOf(locateId),
                textOf(exDestination),
                desk,
                trader,
                textOf(text));
    }

    /** A hash of what would trade: equal for two orders that look like one entered twice. */
    public String intent() {
        return Digest.hex(
                tenant.name(),
                account.name(),
                symbol.text(),
                side.name(),
                sizeText(),
                terms.ordType().name(),
                textOf(terms.limit()),
                textOf(terms.stop()));
    }

    private String sizeText() {
        return switch (size) {
            case OrderSize.Units units -> "units " + units.orderQty();
            case OrderSize.Cash cash -> "cash " + cash.cashOrderQty();
        };
    }

    /** What only orders of its type have. */
    private String ownText() {
        return switch (terms) {
            case OrderTerms.Market market -> String.valueOf(market.maxSlippageBps());
            case OrderTerms.Stop stop -> String.valueOf(stop.maxSlippageBps());
            case OrderTerms.PreviouslyQuoted quoted -> quoted.quoteId().text();
            case OrderTerms.Limit _, OrderTerms.StopLimit _ -> "";
        };
    }

    private static <T> String textOf(Optional<T> value) {
        return value.map(v -> "=" + v).orElse("");
    }
}
