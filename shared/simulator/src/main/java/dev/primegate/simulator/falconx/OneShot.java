package dev.primegate.simulator.falconx;

import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Side;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.RefusedException;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an order has beside its wish: at the market, or at a limit and then only fill or kill. */
record OneShot(
        String type,
        Optional<Decimal10> limit,
        Optional<Decimal10> slippage,
        Optional<String> uuid) {
    static final String KILLED = "the price is beyond the limit";

    private static final Decimal10 WHOLE = Decimal10.of("10000");

    static OneShot read(Fields fields) {
        String type = fields.required("order_type");
        Optional<String> lifetime = fields.text("time_in_force");
        Optional<Decimal10> limit = fields.figure("limit_price");
        Optional<Decimal10> slippage = fields.figure("slippage_bps");
        switch (type) {
            case "market" ->
                    refuseIf(
                            lifetime.isPresent() || limit.isPresent() || slippage.isPresent(),
                            "time_in_force, limit_price and slippage_bps are for limit orders");
            case "limit" -> {
                refuseIf(limit.isEmpty(), "limit_price is required for a limit order");
                refuseIf(
                        lifetime.filter("fok"::equals).isEmpty(),
                        "time_in_force must be fok for a limit order");
            }
            default -> throw RefusedException.badRequest("order_type must be market or limit");
        }
        return new OneShot(type, limit, slippage, fields.text("client_order_uuid"));
    }

    /** Whether it trades at {@code price}; half-even, as nothing is booked from the bound. */
    boolean takes(Side side, Decimal10 price) {
        if (limit.isEmpty()) {
            return true;
        }
        Decimal10 more =
                limit.get().share(slippage.orElse(Decimal10.ZERO), WHOLE, RoundingMode.HALF_EVEN);
        return side == Side.BUY
                ? price.compareTo(limit.get().plus(more)) <= 0
                : price.compareTo(limit.get().minus(more)) >= 0;
    }

    Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("order_type", type);
        limit.ifPresent(price -> notes.put("limit_price", price.toString()));
        limit.ifPresent(_ -> notes.put("time_in_force", "fok"));
        slippage.ifPresent(bps -> notes.put("slippage_bps", bps.toString()));
        uuid.ifPresent(id -> notes.put("client_order_uuid", id));
        return notes;
    }

    private static void refuseIf(boolean wrong, String complaint) {
        if (wrong) {
            throw RefusedException.badRequest(complaint);
        }
    }
}
