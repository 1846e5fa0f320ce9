package dev.primegate.simulator.falconx;

import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.engine.Side;
import dev.primegate.simulator.engine.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What an engine's order remembers of the quote it came from. */
final class Notes {
    private static final String ID = "fx_quote_id";

    private Notes() {}

    static Map<String, String> of(Offer offer) {
        Wish wish = offer.wish();
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put(ID, offer.id());
        notes.put("t_quote", offer.at().toString());
        notes.put("t_expiry", offer.expiry().toString());
        notes.put("side_requested", wish.side().map(Notes::word).orElse("two_way"));
        if (offer.isFor(Side.BUY)) {
            notes.put("buy_price", Wish.price(offer.prices(), Side.BUY).toString());
        }
        if (offer.isFor(Side.SELL)) {
            notes.put("sell_price", Wish.price(offer.prices(), Side.SELL).toString());
        }
        notes.put("token", wish.token());
        notes.put(
                "value",
                switch (wish.size()) {
                    case Size.Base(var quantity) -> quantity.toString();
                    case Size.Quote(var value) -> value.toString();
                });
        wish.clientOrderId().ifPresent(id -> notes.put("client_order_id", id));
        return notes;
    }

    static String id(Order order) {
        return Objects.requireNonNull(order.origin().notes().get(ID));
    }

    static String word(Side side) {
        return switch (side) {
            case BUY -> "buy";
            case SELL -> "sell";
        };
    }
}
