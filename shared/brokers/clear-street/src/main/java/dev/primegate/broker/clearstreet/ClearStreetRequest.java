package dev.primegate.broker.clearstreet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.instrument.AssetClass;
import dev.primegate.instrument.Instrument;
import dev.primegate.money.Decimal10;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Side;
import dev.primegate.order.TimeInForce;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An order in Clear Street's words, or the reason why it has none for it. Pure. */
final class ClearStreetRequest {
    /** Its description of the API allows no longer amounts. */
    private static final int LONGEST_AMOUNT = 16;

    private static final Decimal10 HUNDRED = Decimal10.of("100");

    /** Of TWAP and VWAP it takes part in no more than this share of the volume. */
    private static final Decimal10 MOST_OF_VOLUME = Decimal10.of("50");

    private static final Set<AssetClass> SHARES = Set.of(AssetClass.EQUITY, AssetClass.ETF);

    /** Exchanges by their ISO market code. */
    private static final Map<String, String> DESTINATIONS =
            Stream.of(
                            "ARCX", "BATS", "BATY", "EDGA", "EDGX", "EPRL", "IEXG", "MEMX", "XASE",
                            "XBOS", "XCIS", "XNMS", "XNYS")
                    .collect(
                            java.util.stream.Collectors.toUnmodifiableMap(
                                    code -> code, code -> code.toLowerCase(java.util.Locale.ROOT)));

    private ClearStreetRequest() {}

    /** What of the order it cannot do; empty if it can do all of it. */
    static Optional<String> unsupported(NewOrder order, Instrument instrument) {
        return Stream.of(
                        subject(order, instrument),
                        size(order),
                        amounts(order),
                        timeInForce(order),
                        shortSale(order),
                        strategy(order),
                        destination(order))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The body of {@code POST .../orders}; the order must not be unsupported. */
    static String json(NewOrder order, Instrument instrument, String mpid) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("reference_id", order.id().text());
        json.put("symbol", instrument.symbol().text());
        json.put("symbol_format", "cms");
        json.put("side", side(order.side()));
        json.put("order_type", type(order.terms()));
        json.put("quantity", ((OrderSize.Units) order.size()).orderQty().toString());
        order.terms().limit().ifPresent(price -> json.put("price", price.toString()));
        order.terms().stop().ifPresent(price -> json.put("stop_price", price.toString()));
        json.put("time_in_force", order.timeInForce() == TimeInForce.IOC ? "ioc" : "day");
        order.locateId().ifPresent(_ -> json.put("locate_broker", mpid));
        order.terms().strategy().ifPresent(strategy -> put(json, order, strategy));
        order.exDestination()
                .ifPresent(code ->
                        json.putObject("strategy")
                                .put("type", "dma")
                                .put("destination", DESTINATIONS.get(code)));
        return json.toString();
    }

    private static void put(ObjectNode json, NewOrder order, OrderTerms.Strategy strategy) {
        ObjectNode worked = json.putObject("strategy");
        worked.put(
                "type",
                switch (strategy.target()) {
                    case TWAP -> "twap";
                    case VWAP -> "vwap";
                });
        order.effectiveTime().ifPresent(time -> worked.put("start_at", time.toEpochMilli()));
        order.expireTime().ifPresent(time -> worked.put("end_at", time.toEpochMilli()));
        strategy.participationRate()
                .ifPresent(rate ->
                        worked.put("max_percent", percent(rate).toBigDecimal().intValueExact()));
    }

    private static Optional<String> subject(NewOrder order, Instrument instrument) {
        return refuseIf(
                        !SHARES.contains(instrument.assetClass()),
                        "symbol: Clear Street trades shares here, and %s is %s"
                                .formatted(order.symbol(), instrument.assetClass()))
                .or(() ->
                        refuseIf(
                                order.terms().quote().isPresent(),
                                "ordType PREVIOUSLY_QUOTED: Clear Street gives no quotes"))
                .or(() ->
                        refuseIf(
                                order.execInst().isPresent(),
                                "execInst: Clear Street's router posts as it sees fit"));
    }

    private static Optional<String> size(NewOrder order) {
        return refuseIf(
                order.size() instanceof OrderSize.Cash,
                "cashOrderQty: Clear Street takes orders in shares");
    }

    private static Optional<String> amounts(NewOrder order) {
        List<String> amounts =
                Stream.of(
                                Optional.of(order.size())
                                        .filter(OrderSize.Units.class::isInstance)
                                        .map(size ->
                                                ((OrderSize.Units) size).orderQty().toString()),
                                order.terms().limit().map(Object::toString),
                                order.terms().stop().map(Object::toString))
                        .flatMap(Optional::stream)
                        .filter(text -> text.length() > LONGEST_AMOUNT)
                        .toList();
        return refuseIf(
                !amounts.isEmpty(),
                "%s: Clear Street takes amounts of up to 16 characters".formatted(amounts));
    }

    private static Optional<String> timeInForce(NewOrder order) {
        boolean lasts =
                order.timeInForce() != TimeInForce.DAY && order.timeInForce() != TimeInForce.IOC;
        boolean sleeps = order.terms().stop().isPresent();
        return refuseIf(
                        lasts,
                        "timeInForce %s: Clear Street has DAY and IOC"
                                .formatted(order.timeInForce()))
                .or(() ->
                        refuseIf(
                                sleeps && order.timeInForce() == TimeInForce.IOC,
                                "timeInForce IOC on an order with a stop: expected DAY"));
    }

    private static Optional<String> shortSale(NewOrder order) {
        return refuseIf(
                order.locateId().isPresent() && order.side() != Side.SELL_SHORT,
                "locateId: only a SELL_SHORT borrows");
    }

    private static Optional<String> strategy(NewOrder order) {
        Optional<OrderTerms.Strategy> strategy = order.terms().strategy();
        if (strategy.isEmpty()) {
            return refuseIf(
                    order.effectiveTime().isPresent() || order.expireTime().isPresent(),
                    "effectiveTime, expireTime: Clear Street has them for TWAP and VWAP");
        }
        Optional<Decimal10> percent =
                strategy.get().participationRate().map(ClearStreetRequest::percent);
        return refuseIf(
                        order.timeInForce() != TimeInForce.DAY,
                        "timeInForce %s on a %s order: expected DAY"
                                .formatted(order.timeInForce(), strategy.get().target()))
                .or(() ->
                        refuseIf(
                                percent.filter(p -> !p.isMultipleOf(Decimal10.ONE)).isPresent(),
                                "participationRate: Clear Street takes whole percents"))
                .or(() ->
                        refuseIf(
                                percent.filter(p -> p.compareTo(MOST_OF_VOLUME) > 0).isPresent(),
                                "participationRate: Clear Street takes up to 0.5"));
    }

    private static Optional<String> destination(NewOrder order) {
        Optional<String> code = order.exDestination();
        return refuseIf(
                        code.isPresent() && !DESTINATIONS.containsKey(code.get()),
                        "exDestination %s: Clear Street has no way there"
                                .formatted(code.orElse("")))
                .or(() ->
                        refuseIf(
                                code.isPresent() && order.terms().strategy().isPresent(),
                                "exDestination: Clear Street has none for a TWAP or VWAP"));
    }

    /** Exact: a rate has ten places and a percentage two fewer. */
    private static Decimal10 percent(Decimal10 rate) {
        return rate.times(HUNDRED, RoundingMode.UNNECESSARY);
    }

    private static Optional<String> refuseIf(boolean wrong, String why) {
        return wrong ? Optional.of(why) : Optional.empty();
    }

    private static String side(Side side) {
        return switch (side) {
            case BUY -> "buy";
            case SELL -> "sell";
            case SELL_SHORT -> "sell-short";
        };
    }

    private static String type(OrderTerms terms) {
        return switch (terms) {
            case OrderTerms.Market _ -> "market";
            case OrderTerms.Limit _ -> "limit";
            case OrderTerms.Stop _ -> "stop";
            case OrderTerms.StopLimit _ -> "stop-limit";
            case OrderTerms.PreviouslyQuoted _ ->
                    throw new IllegalArgumentException("Clear Street gives no quotes");
        };
    }
}
