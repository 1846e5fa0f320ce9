package dev.primegate.broker.falconx;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.broker.QuoteRequest;
import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.instrument.AssetClass;
import dev.primegate.instrument.Instrument;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderSize;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.QuoteId;
import dev.primegate.order.Side;
import dev.primegate.order.TimeInForce;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders and quotes in FalconX's words, or the reason why it has none for them. Pure. */
final class FalconXRequest {
    /** What a float holds without a change; FalconX reads numbers as floats. */
    private static final int DIGITS = 15;

    private static final ObjectWriter PLAIN =
            BrokerJson.mapper().writer().with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    private FalconXRequest() {}

    /** What of the order FalconX cannot do; empty if it can do all of it. */
    static Optional<String> unsupported(NewOrder order, Instrument instrument) {
        return pair(instrument)
                .or(() -> side(order.side()))
                .or(() -> size(order.size()))
                .or(() -> instructions(order))
                .or(() -> terms(order))
                .or(() -> limit(order.terms()));
    }

    /** What of the quote request FalconX cannot do. */
    static Optional<String> unsupported(QuoteRequest request, Instrument instrument) {
        return pair(instrument)
                .or(() -> request.side().flatMap(FalconXRequest::side))
                .or(() -> size(request.size()));
    }

    /** The body of {@code POST order}, or of {@code POST quotes/execute} where a quote is taken. */
    static String json(NewOrder order, Instrument instrument, FalconXVersion version) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Optional<QuoteId> quote = order.terms().quote();
        if (quote.isPresent()) {
            json.put("fx_quote_id", quote.get().id());
            json.put("side", side(Optional.of(order.side())));
            return write(json);
        }
        put(json, instrument, order.size(), version);
        json.put("side", side(Optional.of(order.side())));
        Optional<Price> limit = order.terms().limit();
        json.put("order_type", limit.isPresent() ? "limit" : "market");
        if (limit.isPresent()) {
            json.put("time_in_force", "fok");
            // A number in both versions; without zeros at its end.
            json.put("limit_price", new BigDecimal(limit.get().toString()));
        }
        json.put("client_order_id", order.id().text());
        json.put("client_order_uuid", order.id().asUuid().toString());
        return write(json);
    }

    /** The body of {@code POST quotes}. */
    static String json(QuoteRequest request, Instrument instrument, FalconXVersion version) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, instrument, request.size(), version);
        json.put("side", side(request.side()));
        json.put("client_order_id", request.clientId());
        return write(json);
    }

    private static void put(
            ObjectNode json, Instrument instrument, OrderSize size, FalconXVersion version) {
        if (!(size instanceof OrderSize.Units(var quantity))) {
            throw new IllegalArgumentException("FalconX is not asked for cash");
        }
        json.putObject("token_pair")
                .put("base_token", instrument.base().code())
                .put("quote_token", instrument.quote().code());
        ObjectNode of = json.putObject("quantity").put("token", instrument.base().code());
        version.put(of, "value", quantity);
    }

    private static Optional<String> pair(Instrument instrument) {
        return refuseIf(
                instrument.assetClass() != AssetClass.DIGITAL_ASSET,
                "symbol: FalconX trades digital assets here, and %s is %s"
                        .formatted(instrument.symbol(), instrument.assetClass()));
    }

    private static Optional<String> side(Side side) {
        return refuseIf(
                side == Side.SELL_SHORT, "side SELL_SHORT: FalconX has buy and sell; it lends");
    }

    /** It tells what was asked for, not how much of the base cash has bought. */
    private static Optional<String> size(OrderSize size) {
        return switch (size) {
            case OrderSize.Cash _ ->
                    Optional.of("cashOrderQty: FalconX does not say how many units it came to");
            case OrderSize.Units(var quantity) -> exact("orderQty", quantity.amount());
        };
    }

    private static Optional<String> instructions(NewOrder order) {
        return Stream.of(
                        refuseIf(order.locateId().isPresent(), "locateId: FalconX has none"),
                        refuseIf(
                                order.exDestination().isPresent(),
                                "exDestination: FalconX is the other side itself"),
                        refuseIf(
                                order.execInst().isPresent(), "execInst: nothing rests at FalconX"),
                        refuseIf(
                                order.effectiveTime().isPresent() || order.expireTime().isPresent(),
                                "effectiveTime, expireTime: FalconX trades at once or not at all"),
                        refuseIf(
                                order.terms().strategy().isPresent(),
                                "targetStrategy: FalconX works no orders over time"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> terms(NewOrder order) {
        TimeInForce time = order.timeInForce();
        return switch (order.terms()) {
            case OrderTerms.Market _ ->
                    refuseIf(
                            time != TimeInForce.FOK && time != TimeInForce.IOC,
                            "timeInForce %s on a market order: expected FOK or IOC"
                                    .formatted(time));
            case OrderTerms.Limit _ ->
                    refuseIf(
                            time != TimeInForce.FOK,
                            "timeInForce %s on a limit order: FalconX has FOK".formatted(time));
            case OrderTerms.PreviouslyQuoted(QuoteId quote, var _) ->
                    refuseIf(
                                    !quote.broker().equals(FalconXMapping.BROKER),
                                    "quoteId: the quote is of " + quote.broker())
                            .or(() ->
                                    refuseIf(
                                            time != TimeInForce.FOK,
                                            "timeInForce %s on a quote: it is taken whole, expected FOK"
                                                    .formatted(time)));
            case OrderTerms.Stop _ -> Optional.of("ordType STOP: FalconX has no working orders");
            case OrderTerms.StopLimit _ ->
                    Optional.of("ordType STOP_LIMIT: FalconX has no working orders");
        };
    }

    private static Optional<String> limit(OrderTerms terms) {
        // A quote's price goes nowhere: its id does.
        return terms.quote().isPresent()
                ? Optional.empty()
                : terms.limit().flatMap(price -> exact("price", price.amount()));
    }

    private static Optional<String> exact(String field, Decimal10 number) {
        int digits = number.toBigDecimal().stripTrailingZeros().precision();
        return refuseIf(
                digits > DIGITS,
                "%s: FalconX reads numbers as floats, which hold %d digits, found %d"
                        .formatted(field, DIGITS, digits));
    }

    private static String side(Optional<Side> side) {
        return side.map(s ->
                        switch (s) {
                            case BUY -> "buy";
                            case SELL -> "sell";
                            case SELL_SHORT ->
                                    throw new IllegalArgumentException("FalconX has no short sale");
                        })
                .orElse("two_way");
    }

    private static Optional<String> refuseIf(boolean wrong, String why) {
        return wrong ? Optional.of(why) : Optional.empty();
    }

    private static String write(ObjectNode json) {
        try {
            return PLAIN.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that is no JSON", e);
        }
    }
}
