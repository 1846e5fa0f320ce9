package dev.primegate.simulator.coinbaseprime;

import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.RefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The bodies of a new order and of its preview: which fields there are, and which are only said
 * again in the order.
 */
final class OrderForm {
    private static final Set<String> COMMON =
            Set.of(
                    "portfolio_id",
                    "product_id",
                    "side",
                    "type",
                    "base_quantity",
                    "quote_value",
                    "limit_price",
                    "start_time",
                    "expiry_time",
                    "time_in_force",
                    "display_quote_size",
                    "display_base_size",
                    "is_raise_exact",
                    "historical_pov",
                    "stop_price",
                    "settl_currency",
                    "peg_offset_type",
                    "offset",
                    "wig_level");

    // A preview spells this one flag as nothing else is spelled.
    private static final Set<String> ORDER = plus("client_order_id", "stp_id", "post_only");
    private static final Set<String> PREVIEW = plus("postOnly");

    private static final List<String> ECHOED =
            List.of(
                    "start_time",
                    "expiry_time",
                    "time_in_force",
                    "historical_pov",
                    "display_quote_size",
                    "display_base_size");

    private OrderForm() {}

    static Fields order(String body, String portfolio) {
        return inPortfolio(Fields.of(body, ORDER), portfolio);
    }

    static Fields preview(String body, String portfolio) {
        return inPortfolio(Fields.of(body, PREVIEW), portfolio);
    }

    /** What the order object says again. */
    static Map<String, String> notes(Fields fields) {
        Map<String, String> notes = new LinkedHashMap<>();
        for (String name : ECHOED) {
            fields.text(name).ifPresent(text -> notes.put(name, text));
        }
        fields.flag("is_raise_exact").ifPresent(flag -> notes.put("is_raise_exact", "" + flag));
        return notes;
    }

    static Fields inPortfolio(Fields fields, String portfolio) {
        if (!fields.text("portfolio_id").orElse(portfolio).equals(portfolio)) {
            throw RefusedException.badRequest("portfolio_id is not the one of the path");
        }
        return fields;
    }

    private static Set<String> plus(String... more) {
        Set<String> names = new java.util.HashSet<>(COMMON);
        names.addAll(List.of(more));
        return Set.copyOf(names);
    }
}
