package dev.primegate.simulator.clearstreet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.engine.Fill;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.wire.Fields;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.NewsLine;
import dev.primegate.simulator.wire.RefusedException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** What one connected client is told: first the whole day again, then what happens. */
final class StudioFeed {
    private final StudioDay day;
    private final StudioJson json;
    private final TokenDoor door;
    private final NewsLine line;
    private final Set<String> toldTrades = new HashSet<>();
    private boolean subscribed;

    StudioFeed(StudioDay day, StudioJson json, TokenDoor door, NewsLine line) {
        this.day = day;
        this.json = json;
        this.door = door;
        this.line = line;
    }

    /**
     * Does what the client asks for.
     *
     * @return until when its token holds, and the connection with it
     * @throws RefusedException if it may not ask that
     */
    Instant heard(String text) {
        Fields fields = Fields.exactly(text, Set.of("authorization", "payload"));
        Instant end = door.expiry(fields.required("authorization"));
        Fields payload =
                fields.object("payload", Set.of("type", "account_id"))
                        .orElseThrow(() -> RefusedException.badRequest("payload is required"));
        Words.oneOf("type", payload.required("type"), java.util.List.of("subscribe-activity"));
        if (!payload.required("account_id").equals(door.credentials().accountId())) {
            throw new RefusedException(403, "no access to the account");
        }
        say("subscribe-activity-ack", json.account());
        day.orders().forEach(this::tell);
        subscribed = true;
        say("replay-complete", Json.object());
        return end;
    }

    boolean isSubscribed() {
        return subscribed;
    }

    /** Tells an order and those of its trades that were not told. */
    void changed(String orderId) {
        if (subscribed) {
            day.engine().order(orderId).ifPresent(this::tell);
        }
    }

    void beat() {
        if (subscribed) {
            say("heartbeat", Json.object());
        }
    }

    private void tell(Order order) {
        for (Fill fill : day.engine().fillsOf(order.id())) {
            if (toldTrades.add(fill.id())) {
                say("trade-notice", json.trade(fill));
            }
        }
        say("order-update", json.order(order));
    }

    private void say(String type, ObjectNode payload) {
        long at = day.now().toEpochMilli();
        line.say(
                type,
                number -> {
                    ObjectNode message =
                            Json.object().put("timestamp", at).put("sequence", number + 1);
                    message.set("payload", payload.put("type", type));
                    return message.toString();
                });
    }
}
