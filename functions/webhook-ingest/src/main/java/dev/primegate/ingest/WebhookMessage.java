package dev.primegate.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.primegate.broker.BrokerNews;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Digest;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Side;
import dev.primegate.runtime.Redaction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A webhook's body in our own words: {@code {type, timestamp, data}}, with FIX names in {@code
 * data} and amounts as strings. The README has the three types. What cannot be read is {@link
 * BrokerNews.Unreadable}, never a guess.
 */
final class WebhookMessage {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final int LONGEST_RAW = 4_000;

    private final String id;
    private final String raw;
    private final String digest;
    private final SymbolMaster symbols;

    private WebhookMessage(String id, String raw, String digest, SymbolMaster symbols) {
        this.id = id;
        this.raw = raw;
        this.digest = digest;
        this.symbols = symbols;
    }

    static BrokerNews read(String id, byte[] body, SymbolMaster symbols) {
        String raw = Redaction.withoutHeld(new String(body, StandardCharsets.UTF_8));
        WebhookMessage message = new WebhookMessage(id, raw, Digest.hexOf(body), symbols);
        Optional<BrokerOrderId> order = Optional.empty();
        try {
            JsonNode json = JSON.readTree(raw);
            JsonNode data = json.path("data");
            BrokerOrderId brokerOrderId = new BrokerOrderId(text(data, "brokerOrderId"));
            order = Optional.of(brokerOrderId);
            return new BrokerNews.OfOrder(
                    optional(data, "orderId").map(OrderId::new),
                    brokerOrderId,
                    message.event(text(json, "type"), time(json, "timestamp"), data),
                    id);
        } catch (JsonProcessingException e) {
            return message.unreadable("not JSON", order);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return message.unreadable(String.valueOf(e.getMessage()), order);
        }
    }

    private OrderEvent event(String type, Instant at, JsonNode data) {
        return switch (type) {
            case "order.reported" ->
                    new OrderEvent.Reported(
                            OrderStatus.valueOf(text(data, "ordStatus")),
                            Optional.of(new BrokerOrderId(text(data, "brokerOrderId"))),
                            optional(data, "cumQty").map(Quantity::of),
                            at,
                            optional(data, "text"));
            case "order.executed" -> new OrderEvent.Executed(execution(data));
            case "order.busted" ->
                    new OrderEvent.Busted(new ExecId(text(data, "execId")), at, text(data, "text"));
            default -> throw new IllegalArgumentException("unknown type: " + type);
        };
    }

    private Execution execution(JsonNode data) {
        String symbol = text(data, "symbol");
        return new Execution(
                new ExecId(text(data, "execId")),
                symbols.resolve(symbol)
                        .orElseThrow(
                                () -> new IllegalArgumentException("unknown symbol: " + symbol))
                        .symbol(),
                Side.valueOf(text(data, "side")),
                Quantity.of(text(data, "lastQty")),
                Price.of(text(data, "lastPx")),
                optional(data, "fee")
                        .map(fee ->
                                new Money(Decimal10.of(fee), new Asset(text(data, "feeCurrency")))),
                time(data, "transactTime"),
                optional(data, "corrects").map(ExecId::new),
                digest);
    }

    private BrokerNews.Unreadable unreadable(String why, Optional<BrokerOrderId> order) {
        String kept = raw.length() <= LONGEST_RAW ? raw : raw.substring(0, LONGEST_RAW);
        return new BrokerNews.Unreadable(id, kept, why, order);
    }

    private static Instant time(JsonNode node, String field) {
        return OffsetDateTime.parse(text(node, field)).toInstant();
    }

    private static String text(JsonNode node, String field) {
        return optional(node, field)
                .orElseThrow(() -> new IllegalArgumentException("no text in " + field));
    }

    private static Optional<String> optional(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }
}
