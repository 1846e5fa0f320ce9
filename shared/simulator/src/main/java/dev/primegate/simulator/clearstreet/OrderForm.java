package dev.primegate.simulator.clearstreet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.engine.Instruments;
import dev.primegate.simulator.engine.Kind;
import dev.primegate.simulator.engine.Lifetime;
import dev.primegate.simulator.engine.NewOrder;
import dev.primegate.simulator.engine.Size;
import dev.primegate.simulator.engine.Terms;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.RefusedException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a new order, and refuses what is against the rules of its type. */
final class OrderForm {
    private static final int LONGEST_AMOUNT = 16;
    private static final int LONGEST_TEXT = 256;
    private static final Set<String> FIELDS =
            Set.of(
                    "reference_id",
                    "order_type",
                    "side",
                    "quantity",
                    "price",
                    "stop_price",
                    "time_in_force",
                    "locate_broker",
                    "symbol",
                    "symbol_format",
                    "strategy",
                    "open_close_indicator");

    private final Fields fields;
    private final Session session;
    private final Instant now;

    private OrderForm(Fields fields, Session session, Instant now) {
        this.fields = fields;
        this.session = session;
        this.now = now;
    }

    static OrderForm of(String body, StudioDay day) {
        return new OrderForm(Fields.exactly(body, FIELDS), day.session(), day.now());
    }

    static OrderForm of(JsonNode order, StudioDay day) {
        if (!(order instanceof ObjectNode object)) {
            throw RefusedException.badRequest("an order must be an object, not " + order);
        }
        return new OrderForm(Fields.exactly(object, FIELDS), day.session(), day.now());
    }

    /** What the client calls it; not held against other orders. */
    String reference() {
        return text("reference_id").orElse("");
    }

    boolean isShort() {
        return side().equals("sell-short");
    }

    Instrument instrument() {
        String symbol = fields.required("symbol");
        refuseIf(
                !fields.text("symbol_format").orElse("cms").equals("cms"),
                "options are not simulated");
        return Instruments.find(Instruments.stocks(), symbol)
                .orElseThrow(() -> RefusedException.badRequest("unknown symbol: " + symbol));
    }

    Decimal10 quantity() {
        Decimal10 quantity = amount("quantity").orElseThrow(() -> missing("quantity"));
        refuseIf(
                !quantity.isMultipleOf(Decimal10.ONE),
                "quantity must be whole shares: " + quantity);
        return quantity;
    }

    /** Orders are taken at any hour; those of a closed market are rejected a moment later. */
    NewOrder order(@Nullable String doom) {
        String reason = doom == null && !session.isOpen(now) ? "the market is closed" : doom;
        return new NewOrder(reference(), terms(), notes(), reason);
    }

    private Terms terms() {
        String type = Words.oneOf("order_type", fields.required("order_type"), Words.TYPES);
        Optional<Strategy> strategy = Strategy.read(fields);
        String time = Words.oneOf("time_in_force", fields.required("time_in_force"), Words.TIMES);
        Lifetime lifetime = time.equals("ioc") ? Lifetime.IMMEDIATE_OR_CANCEL : Lifetime.UNTIL_TIME;
        return new Terms(
                instrument(),
                Words.side(side()),
                strategy.flatMap(Strategy::kind).orElse(Words.kind(type)),
                new Size.Base(quantity()),
                lifetime,
                false,
                price("price", type, Set.of("limit", "stop-limit")),
                price("stop_price", type, Set.of("stop", "stop-limit")),
                strategy.flatMap(Strategy::start).orElse(null),
                lifetime == Lifetime.UNTIL_TIME ? end(time, strategy) : null);
    }

    private Instant end(String time, Optional<Strategy> strategy) {
        refuseIf(time.startsWith("at-"), "time_in_force " + time + " is not simulated");
        Instant close = time.equals("day") ? session.close(now) : session.extendedClose(now);
        return strategy.flatMap(Strategy::end).filter(close::isAfter).orElse(close);
    }

    private String side() {
        return Words.oneOf("side", fields.required("side"), Words.SIDES);
    }

    private @Nullable Decimal10 price(String name, String type, Set<String> types) {
        Optional<Decimal10> price = amount(name);
        refuseIf(
                price.isPresent() != types.contains(type),
                name + (types.contains(type) ? " is required for " : " is not for ") + type);
        price.ifPresent(p ->
                refuseIf(
                        !p.isMultipleOf(instrument().increments().price()),
                        name + " has more than four places: " + p));
        return price.orElse(null);
    }

    private Optional<Decimal10> amount(String name) {
        fields.text(name)
                .ifPresent(text ->
                        refuseIf(text.length() > LONGEST_AMOUNT, name + " is too long: " + text));
        return fields.amount(name);
    }

    private Optional<String> text(String name) {
        Optional<String> text = fields.text(name);
        text.ifPresent(t -> refuseIf(t.length() > LONGEST_TEXT, name + " is too long"));
        return text;
    }

    /** What the order says again in its client's spelling. */
    private Map<String, String> notes() {
        Map<String, String> notes = new HashMap<>();
        for (String name :
                List.of(
                        "reference_id",
                        "order_type",
                        "side",
                        "quantity",
                        "price",
                        "stop_price",
                        "time_in_force")) {
            fields.text(name).ifPresent(text -> notes.put(name, text));
        }
        Strategy.read(fields).ifPresent(strategy -> notes.put("strategy", strategy.type()));
        return notes;
    }

    private static RefusedException missing(String name) {
        return RefusedException.badRequest(name + " is required");
    }

    private static void refuseIf(boolean wrong, String complaint) {
        if (wrong) {
            throw RefusedException.badRequest(complaint);
        }
    }

    /** How an order is to be worked. */
    private record Strategy(String type, Optional<Instant> start, Optional<Instant> end) {
        private static final Set<String> FIELDS =
                Set.of(
                        "type",
                        "start_at",
                        "end_at",
                        "urgency",
                        "min_percent",
                        "max_percent",
                        "target_percent",
                        "destination");
        private static final int MOST_OF_VOLUME = 50;

        static Optional<Strategy> read(Fields order) {
            return order.object("strategy", FIELDS).map(Strategy::of);
        }

        private static Strategy of(Fields fields) {
            String type = Words.oneOf("strategy", fields.required("type"), Words.STRATEGIES);
            refuseIf(
                    !Set.of("sor", "twap", "vwap").contains(type),
                    "strategy " + type + " is not simulated");
            fields.text("urgency")
                    .ifPresent(urgency -> Words.oneOf("urgency", urgency, Words.URGENCIES));
            fields.number("max_percent")
                    .ifPresent(percent ->
                            refuseIf(
                                    percent < 0 || percent > MOST_OF_VOLUME,
                                    "max_percent must be from 0 to 50, not " + percent));
            return new Strategy(type, fields.millis("start_at"), fields.millis("end_at"));
        }

        /** A sliced order's kind; a routed one keeps that of its type. */
        Optional<Kind> kind() {
            return switch (type) {
                case "twap" -> Optional.of(Kind.TWAP);
                case "vwap" -> Optional.of(Kind.VWAP);
                default -> Optional.empty();
            };
        }
    }
}
