package dev.primegate.broker.alpacabroker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.instrument.AssetClass;
import dev.primegate.instrument.Instrument;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Side;
import dev.primegate.order.TimeInForce;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An order in Alpaca's words, or the reason why it has none for it. Pure. */
final class AlpacaRequest {
    private static final Set<AssetClass> SHARES = Set.of(AssetClass.EQUITY, AssetClass.ETF);

    /** Nine places of a quantity, two of an amount of money. */
    private static final Decimal10 SHARE_STEP = Decimal10.of("0.000000001");

    private static final Decimal10 CENT = Decimal10.of("0.01");

    /** A price below a dollar may have two more places. */
    private static final Decimal10 SUB_DOLLAR_STEP = Decimal10.of("0.0001");

    private AlpacaRequest() {}

    /** What of the order it cannot do; empty if it can do all of it. */
    static Optional<String> unsupported(NewOrder order, Instrument instrument) {
        return Stream.of(
                        subject(order, instrument),
                        side(order),
                        timeInForce(order),
                        size(order),
                        prices(order),
                        handling(order))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The body of {@code POST .../orders}; the order must not be unsupported. */
    static String json(NewOrder order, Instrument instrument) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("client_order_id", order.id().text());
        json.put("symbol", instrument.symbol().text());
        switch (order.size()) {
            case OrderSize.Units units -> json.put("qty", units.orderQty().toString());
            case OrderSize.Cash cash -> json.put("notional", cash.cashOrderQty().toString());
        }
        json.put("side", word(order.side()));
        json.put("type", word(order.terms()));
        json.put("time_in_force", word(order.timeInForce()));
        order.terms().limit().ifPresent(price -> json.put("limit_price", price.toString()));
        order.terms().stop().ifPresent(price -> json.put("stop_price", price.toString()));
        return json.toString();
    }

    private static Optional<String> subject(NewOrder order, Instrument instrument) {
        return refuseIf(
                        !SHARES.contains(instrument.assetClass()),
                        "symbol: Alpaca trades shares here, and %s is %s"
                                .formatted(order.symbol(), instrument.assetClass()))
                .or(() ->
                        refuseIf(
                                order.terms().quote().isPresent(),
                                "ordType PREVIOUSLY_QUOTED: Alpaca gives no quotes"));
    }

    /** It calls a short sale a sale, and borrows by itself: what was located elsewhere is not. */
    private static Optional<String> side(NewOrder order) {
        return refuseIf(
                        order.side() == Side.SELL_SHORT,
                        "side SELL_SHORT: Alpaca has no word for it")
                .or(() -> refuseIf(order.locateId().isPresent(), "locateId: Alpaca takes none"));
    }

    private static Optional<String> timeInForce(NewOrder order) {
        TimeInForce life = order.timeInForce();
        boolean immediate = life == TimeInForce.IOC || life == TimeInForce.FOK;
        return refuseIf(
                        life == TimeInForce.GTD,
                        "timeInForce GTD: Alpaca has DAY, GTC, IOC and FOK")
                .or(() ->
                        refuseIf(
                                immediate && order.terms().stop().isPresent(),
                                "timeInForce %s on an order with a stop: expected DAY or GTC"
                                        .formatted(life)))
                .or(() ->
                        refuseIf(
                                order.effectiveTime().isPresent() || order.expireTime().isPresent(),
                                "effectiveTime, expireTime: Alpaca has neither"));
    }

    private static Optional<String> size(NewOrder order) {
        boolean plain =
                order.terms() instanceof OrderTerms.Market
                        && order.timeInForce() == TimeInForce.DAY;
        return switch (order.size()) {
            case OrderSize.Cash(Decimal10 amount) ->
                    refuseIf(!plain, "cashOrderQty: Alpaca takes it on MARKET orders for the DAY")
                            .or(() ->
                                    refuseIf(
                                            !amount.isMultipleOf(CENT),
                                            "cashOrderQty: Alpaca takes whole cents"));
            case OrderSize.Units(var quantity) ->
                    refuseIf(
                                    !plain && !quantity.amount().isMultipleOf(Decimal10.ONE),
                                    "orderQty: Alpaca takes parts of a share on MARKET orders"
                                            + " for the DAY")
                            .or(() ->
                                    refuseIf(
                                            !quantity.amount().isMultipleOf(SHARE_STEP),
                                            "orderQty: Alpaca takes nine places"));
        };
    }

    private static Optional<String> prices(NewOrder order) {
        return Stream.of(order.terms().limit(), order.terms().stop())
                .flatMap(Optional::stream)
                .filter(price -> !price.amount().isMultipleOf(step(price)))
                .findFirst()
                .map(price ->
                        "price %s: Alpaca takes two places, and four below one dollar"
                                .formatted(price));
    }

    private static Decimal10 step(Price price) {
        return price.amount().compareTo(Decimal10.ONE) < 0 ? SUB_DOLLAR_STEP : CENT;
    }

    private static Optional<String> handling(NewOrder order) {
        return refuseIf(
                        order.execInst().isPresent(),
                        "execInst: Alpaca's router posts as it sees fit")
                .or(() ->
                        refuseIf(
                                order.terms().strategy().isPresent(),
                                "targetStrategy: Alpaca works no orders over time"))
                .or(() ->
                        refuseIf(
                                order.exDestination().isPresent(),
                                "exDestination: Alpaca chooses the venue"));
    }

    private static Optional<String> refuseIf(boolean wrong, String why) {
        return wrong ? Optional.of(why) : Optional.empty();
    }

    private static String word(Side side) {
        return switch (side) {
            case BUY -> "buy";
            case SELL -> "sell";
            case SELL_SHORT ->
                    throw new IllegalArgumentException("Alpaca has no word for a short sale");
        };
    }

    private static String word(TimeInForce life) {
        return switch (life) {
            case DAY -> "day";
            case GTC -> "gtc";
            case IOC -> "ioc";
            case FOK -> "fok";
            case GTD -> throw new IllegalArgumentException("Alpaca has no GTD");
        };
    }

    private static String word(OrderTerms terms) {
        return switch (terms) {
            case OrderTerms.Market _ -> "market";
            case OrderTerms.Limit _ -> "limit";
            case OrderTerms.Stop _ -> "stop";
            case OrderTerms.StopLimit _ -> "stop_limit";
            case OrderTerms.PreviouslyQuoted _ ->
                    throw new IllegalArgumentException("Alpaca gives no quotes");
        };
    }
}
