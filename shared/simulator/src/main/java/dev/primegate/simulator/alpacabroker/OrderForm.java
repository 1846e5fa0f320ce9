package dev.primegate.simulator.alpacabroker;

import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.engine.Instruments;
import dev.primegate.simulator.engine.Lifetime;
import dev.primegate.simulator.engine.NewOrder;
import dev.primegate.simulator.engine.Size;
import dev.primegate.simulator.engine.Terms;
import dev.primegate.simulator.wire.Fields;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a new order, and refuses what is against the rules of its type. */
final class OrderForm {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int LONGEST_ID = 128;
    private static final Decimal10 CENT = Decimal10.of("0.01");
    private static final Decimal10 SUB_DOLLAR = Decimal10.of("0.0001");
    private static final Decimal10 SHARE_STEP = Decimal10.of("0.000000001");
    private static final List<String> TEXTS =
            List.of(
                    "qty",
                    "notional",
                    "side",
                    "type",
                    "time_in_force",
                    "limit_price",
                    "stop_price");
    private static final Set<String> FIELDS =
            Set.of(
                    "client_order_id",
                    "symbol",
                    "qty",
                    "notional",
                    "side",
                    "type",
                    "time_in_force",
                    "limit_price",
                    "stop_price",
                    "extended_hours",
                    "order_class");

    private final Fields fields;
    private final Instant now;

    private OrderForm(Fields fields, Instant now) {
        this.fields = fields;
        this.now = now;
    }

    static OrderForm of(String body, Instant now) {
        return new OrderForm(Fields.exactly(body, FIELDS), now);
    }

    /** The client's id of it, or one that it gets. */
    String clientId() {
        String id = fields.text("client_order_id").orElseGet(() -> UUID.randomUUID().toString());
        Words.refuseIf(id.length() > LONGEST_ID, "client_order_id must be up to 128 characters");
        return id;
    }

    NewOrder order(String clientId, @Nullable String doom) {
        return new NewOrder(clientId, terms(), notes(), doom);
    }

    private Terms terms() {
        String type = Words.oneOf("type", required("type"), Words.TYPES);
        String time = Words.oneOf("time_in_force", required("time_in_force"), Words.TIMES);
        boolean sleeps = type.startsWith("stop");
        Words.refuseIf(
                sleeps && Set.of("ioc", "fok").contains(time),
                "invalid time_in_force for a stop order: " + time);
        Words.refuseIf(
                fields.flag("extended_hours").orElse(false), "extended hours are not simulated");
        Words.refuseIf(
                !fields.text("order_class").orElse("simple").equals("simple"),
                "order classes are not simulated");
        Lifetime lifetime = Words.lifetime(time);
        return new Terms(
                instrument(),
                Words.side(Words.oneOf("side", required("side"), Words.SIDES)),
                Words.kind(type),
                size(type.equals("market") && time.equals("day")),
                lifetime,
                false,
                price("limit_price", type, Set.of("limit", "stop_limit")),
                price("stop_price", type, Set.of("stop", "stop_limit")),
                null,
                lifetime == Lifetime.UNTIL_TIME ? endOfDay() : null);
    }

    private Instrument instrument() {
        String symbol = required("symbol");
        Optional<Instrument> found = Instruments.find(Instruments.stocks(), symbol);
        Words.refuseIf(found.isEmpty(), "asset \"%s\" not found".formatted(symbol));
        return found.orElseThrow();
    }

    private Size size(boolean plain) {
        Optional<Decimal10> qty = fields.amount("qty");
        Optional<Decimal10> notional = fields.amount("notional");
        Words.refuseIf(
                qty.isPresent() == notional.isPresent(), "one of qty and notional is required");
        if (notional.isPresent()) {
            Words.refuseIf(!plain, "notional is for market orders of the day");
            Words.refuseIf(
                    !notional.get().isMultipleOf(CENT), "notional must have up to 2 decimals");
            return new Size.Quote(notional.get());
        }
        Decimal10 shares = qty.orElseThrow();
        Words.refuseIf(
                !plain && !shares.isMultipleOf(Decimal10.ONE),
                "fractional orders must be market orders of the day");
        Words.refuseIf(!shares.isMultipleOf(SHARE_STEP), "qty must have up to 9 decimals");
        return new Size.Base(shares);
    }

    private @Nullable Decimal10 price(String name, String type, Set<String> types) {
        Optional<Decimal10> price = fields.amount(name);
        Words.refuseIf(
                price.isPresent() != types.contains(type),
                name + (types.contains(type) ? " is required for " : " is not for ") + type);
        price.ifPresent(p -> {
            Decimal10 step = p.compareTo(Decimal10.ONE) < 0 ? SUB_DOLLAR : CENT;
            Words.refuseIf(
                    !p.isMultipleOf(step),
                    "invalid %s %s: sub-penny increment does not fulfill minimum pricing criteria"
                            .formatted(name, p));
        });
        return price.orElse(null);
    }

    /** What the order says again in its client's spelling. */
    private Map<String, String> notes() {
        Map<String, String> notes = new HashMap<>();
        TEXTS.forEach(name -> fields.text(name).ifPresent(text -> notes.put(name, text)));
        return notes;
    }

    private Instant endOfDay() {
        return now.atZone(NEW_YORK).toLocalDate().plusDays(1).atStartOfDay(NEW_YORK).toInstant();
    }

    private String required(String name) {
        Optional<String> text = fields.text(name);
        Words.refuseIf(text.isEmpty(), name + " is required");
        return text.orElseThrow();
    }
}
