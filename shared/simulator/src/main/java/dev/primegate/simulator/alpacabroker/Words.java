package dev.primegate.simulator.alpacabroker;

import dev.primegate.simulator.engine.Kind;
import dev.primegate.simulator.engine.Lifetime;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.engine.Side;
import dev.primegate.simulator.wire.RefusedException;
import java.util.List;

/** Alpaca's words and the engine's. */
final class Words {
    static final List<String> SIDES = List.of("buy", "sell");
    static final List<String> TYPES = List.of("market", "limit", "stop", "stop_limit");
    static final List<String> TIMES = List.of("day", "gtc", "ioc", "fok");

    private static final int UNPROCESSABLE = 422;

    private Words() {}

    static Side side(String side) {
        return side.equals("buy") ? Side.BUY : Side.SELL;
    }

    static Kind kind(String type) {
        return switch (type) {
            case "market" -> Kind.MARKET;
            case "limit" -> Kind.LIMIT;
            case "stop" -> Kind.STOP;
            default -> Kind.STOP_LIMIT;
        };
    }

    static Lifetime lifetime(String time) {
        return switch (time) {
            case "day" -> Lifetime.UNTIL_TIME;
            case "gtc" -> Lifetime.UNTIL_CANCELLED;
            case "ioc" -> Lifetime.IMMEDIATE_OR_CANCEL;
            default -> Lifetime.FILL_OR_KILL;
        };
    }

    static String status(Order order) {
        boolean begun = order.progress().quantity().signum() > 0;
        return switch (order.status()) {
            case PENDING -> "accepted";
            case OPEN -> {
                String working = begun ? "partially_filled" : "new";
                yield order.stage().cancelling() ? "pending_cancel" : working;
            }
            case FILLED -> "filled";
            case CANCELLED -> "canceled";
            case EXPIRED -> "expired";
            case FAILED -> "rejected";
        };
    }

    static String oneOf(String field, String word, List<String> words) {
        refuseIf(
                !words.contains(word),
                "invalid %s: %s, not one of %s".formatted(field, word, words));
        return word;
    }

    static void refuseIf(boolean wrong, String complaint) {
        if (wrong) {
            throw new RefusedException(UNPROCESSABLE, complaint);
        }
    }
}
