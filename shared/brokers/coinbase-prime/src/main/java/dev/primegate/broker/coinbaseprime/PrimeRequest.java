package dev.primegate.broker.coinbaseprime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.instrument.Instrument;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.QuoteId;
import dev.primegate.order.Side;
import dev.primegate.order.TimeInForce;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** An order in Prime's words, or the reason why Prime has none for it. Pure. */
final class PrimeRequest {
    private PrimeRequest() {}

    /** What of the order Prime cannot do; empty if it can do all of it. */
    static Optional<String> unsupported(NewOrder order) {
        if (order.side() == Side.SELL_SHORT) {
            return Optional.of("side SELL_SHORT: Prime sells what is there");
        }
        if (order.locateId().isPresent()) {
            return Optional.of("locateId: Prime does not borrow on a locate");
        }
        if (order.exDestination().isPresent()) {
            return Optional.of("exDestination: Prime routes by itself");
        }
        return switch (order.terms()) {
            case OrderTerms.Market market -> market(order, market);
            case OrderTerms.Limit limit -> limit(order, limit);
            case OrderTerms.Stop _ -> Optional.of("ordType STOP: Prime has STOP_LIMIT only");
            case OrderTerms.StopLimit _ -> stopLimit(order);
            case OrderTerms.PreviouslyQuoted quoted -> quoted(order, quoted);
        };
    }

    /**
     * The body of {@code POST .../order}, or of {@code .../accept_quote} if it takes a quote; the
     * order must not be unsupported.
     */
    static String json(NewOrder order, Instrument instrument) {
        ObjectNode json = head(order, instrument);
        json.put("client_order_id", order.id().text());
        Optional<QuoteId> quote = order.terms().quote();
        if (quote.isPresent()) {
            return json.put("quote_id", quote.get().id()).toString();
        }
        terms(json, order);
        if (order.execInst().isPresent()) {
            json.put("post_only", true);
        }
        return json.toString();
    }

    /** The body of {@code POST .../order_preview}, which spells one flag as nothing else is. */
    static String preview(NewOrder order, Instrument instrument) {
        ObjectNode json = head(order, instrument);
        terms(json, order);
        if (order.execInst().isPresent()) {
            json.put("postOnly", true);
        }
        return json.toString();
    }

    static void size(ObjectNode json, OrderSize size) {
        switch (size) {
            case OrderSize.Units(Quantity quantity) ->
                    json.put("base_quantity", quantity.toString());
            case OrderSize.Cash(Decimal10 cash) -> json.put("quote_value", cash.toString());
        }
    }

    /** {@code price} moved by so many basis points of itself, to a multiple of {@code step}. */
    static Price moved(Price price, int bps, Decimal10 step, RoundingMode rounding) {
        BigDecimal exact =
                price.amount().toBigDecimal().multiply(BigDecimal.valueOf(10_000L + bps, 4));
        BigDecimal steps = exact.divide(step.toBigDecimal(), 0, rounding);
        return new Price(Decimal10.exactly(steps.multiply(step.toBigDecimal())));
    }

    private static ObjectNode head(NewOrder order, Instrument instrument) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("product_id", instrument.symbol().text());
        json.put("side", order.side().name());
        return json;
    }

    private static void terms(ObjectNode json, NewOrder order) {
        json.put("type", type(order.terms()));
        size(json, order.size());
        order.terms().limit().ifPresent(price -> json.put("limit_price", price.toString()));
        order.terms().stop().ifPresent(price -> json.put("stop_price", price.toString()));
        order.effectiveTime().ifPresent(time -> json.put("start_time", time.toString()));
        order.expireTime().ifPresent(time -> json.put("expiry_time", time.toString()));
        order.terms()
                .strategy()
                .flatMap(OrderTerms.Strategy::participationRate)
                .ifPresent(rate -> json.put("historical_pov", rate.toString()));
        if (order.terms().ordType() != OrderTerms.OrdType.MARKET) {
            json.put("time_in_force", timeInForce(order.timeInForce()));
        }
    }

    /** All of it was quoted, so nothing of it is told again. */
    private static Optional<String> quoted(NewOrder order, OrderTerms.PreviouslyQuoted quoted) {
        if (!quoted.quoteId().broker().equals(PrimeMapping.BROKER)) {
            return Optional.of("quoteId %s: Prime takes its own".formatted(quoted.quoteId()));
        }
        if (order.timeInForce() != TimeInForce.FOK && order.timeInForce() != TimeInForce.IOC) {
            return Optional.of(
                    "timeInForce %s on a quote: it is taken at once, expected FOK or IOC"
                            .formatted(order.timeInForce()));
        }
        return noTimes(order).or(() -> noExecInst(order));
    }

    private static Optional<String> market(NewOrder order, OrderTerms.Market market) {
        if (market.strategy().isPresent()) {
            return Optional.of("targetStrategy on a market order: Prime asks for a limit price");
        }
        if (order.timeInForce() != TimeInForce.IOC) {
            return Optional.of(
                    "timeInForce %s on a market order: it trades at once, expected IOC"
                            .formatted(order.timeInForce()));
        }
        return noTimes(order).or(() -> noExecInst(order));
    }

    private static Optional<String> limit(NewOrder order, OrderTerms.Limit limit) {
        if (order.timeInForce() == TimeInForce.DAY) {
            return Optional.of(
                    "timeInForce DAY: Prime trades round the clock, expected GTC or GTD");
        }
        if (limit.strategy().isPresent()) {
            return strategy(order, limit.strategy().get());
        }
        boolean rests =
                order.timeInForce() == TimeInForce.GTC || order.timeInForce() == TimeInForce.GTD;
        if (order.execInst().isPresent() && !rests) {
            return Optional.of("execInst PARTICIPATE_DONT_INITIATE: expected GTC or GTD with it");
        }
        return noTimes(order);
    }

    private static Optional<String> strategy(NewOrder order, OrderTerms.Strategy strategy) {
        if (order.timeInForce() != TimeInForce.GTD && strategy.participationRate().isEmpty()) {
            return Optional.of(
                    "targetStrategy %s: expected timeInForce GTD with expireTime, or participationRate"
                            .formatted(strategy.target()));
        }
        return noExecInst(order);
    }

    private static Optional<String> stopLimit(NewOrder order) {
        if (order.timeInForce() != TimeInForce.GTC && order.timeInForce() != TimeInForce.GTD) {
            return Optional.of(
                    "timeInForce %s on a stop-limit order: expected GTC or GTD"
                            .formatted(order.timeInForce()));
        }
        return noTimes(order).or(() -> noExecInst(order));
    }

    private static Optional<String> noTimes(NewOrder order) {
        if (order.effectiveTime().isPresent()) {
            return Optional.of("effectiveTime: Prime starts only TWAP and VWAP later");
        }
        return order.expireTime().isPresent() && order.timeInForce() != TimeInForce.GTD
                ? Optional.of("expireTime: expected timeInForce GTD with it")
                : Optional.empty();
    }

    private static Optional<String> noExecInst(NewOrder order) {
        return order.execInst()
                .map(inst -> "execInst %s: Prime has it for plain limit orders".formatted(inst));
    }

    private static String type(OrderTerms terms) {
        return switch (terms) {
            case OrderTerms.Market _ -> "MARKET";
            case OrderTerms.Limit limit ->
                    limit.strategy().map(strategy -> strategy.target().name()).orElse("LIMIT");
            case OrderTerms.StopLimit _ -> "STOP_LIMIT";
            case OrderTerms.Stop _ -> throw new IllegalArgumentException("Prime has no plain stop");
            case OrderTerms.PreviouslyQuoted _ ->
                    throw new IllegalArgumentException("a quote is accepted, not ordered");
        };
    }

    private static String timeInForce(TimeInForce timeInForce) {
        return switch (timeInForce) {
            case GTC -> "GOOD_UNTIL_CANCELLED";
            case GTD -> "GOOD_UNTIL_DATE_TIME";
            case IOC -> "IMMEDIATE_OR_CANCEL";
            case FOK -> "FILL_OR_KILL";
            case DAY -> throw new IllegalArgumentException("Prime has no DAY");
        };
    }
}
