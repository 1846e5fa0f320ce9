package dev.primegate.simulator.clearstreet;

import dev.primegate.simulator.engine.Kind;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.engine.Side;
import dev.primegate.simulator.wire.RefusedException;
import java.util.List;

/** Clear Street's words and the engine's. */
final class Words {
    static final List<String> TYPES = List.of("limit", "market", "stop", "stop-limit");
    static final List<String> SIDES = List.of("buy", "sell", "sell-short");
    static final List<String> TIMES = List.of("day", "ioc", "day-plus", "at-open", "at-close");
    static final List<String> STRATEGIES =
            List.of("sor", "dark", "ap", "pov", "twap", "vwap", "dma");
    static final List<String> URGENCIES =
            List.of("super-passive", "passive", "moderate", "aggressive", "super-aggressive");

    private Words() {}

    static Side side(String side) {
        return side.equals("buy") ? Side.BUY : Side.SELL;
    }

    static Kind kind(String type) {
        return switch (type) {
            case "limit" -> Kind.LIMIT;
            case "market" -> Kind.MARKET;
            case "stop" -> Kind.STOP;
            default -> Kind.STOP_LIMIT;
        };
    }

    static String state(Order order) {
        return switch (order.status()) {
            case PENDING, OPEN -> "open";
            case FILLED, CANCELLED, EXPIRED -> "closed";
            case FAILED -> "rejected";
        };
    }

    static String status(Order order) {
        boolean begun = order.progress().quantity().signum() > 0;
        return switch (order.status()) {
            case PENDING -> "pending-new";
            case OPEN -> {
                String working = begun ? "partially-filled" : "new";
                yield order.stage().cancelling() ? "pending-cancel" : working;
            }
            case FILLED -> "filled";
            case CANCELLED -> "canceled";
            case EXPIRED -> "expired";
            case FAILED -> "rejected";
        };
    }

    static String oneOf(String field, String word, List<String> words) {
        if (!words.contains(word)) {
            throw RefusedException.badRequest(field + " must be one of " + words + ", not " + word);
        }
        return word;
    }
}
