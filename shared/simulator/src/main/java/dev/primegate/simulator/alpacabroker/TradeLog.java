package dev.primegate.simulator.alpacabroker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Fill;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.engine.Status;
import dev.primegate.simulator.wire.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every event of every order, to be told again to whoever asks from where he has read. */
final class TradeLog {
    private final List<Event> events = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final Map<String, String> words = new HashMap<>();
    private final String account;
    private final AlpacaJson json;
    private final Clock clock;
    private Instant last = Instant.EPOCH;

    private TradeLog(String account, AlpacaJson json, Clock clock) {
        this.account = account;
        this.json = json;
        this.clock = clock;
    }

    /** Begins with what the engine has: of what ended before only the end is known. */
    static TradeLog of(Engine engine, String account, AlpacaJson json, Clock clock) {
        TradeLog log = new TradeLog(account, json, clock);
        engine.orders().forEach(order -> log.note(order, engine.fillsOf(order.id())));
        return log;
    }

    /** One event, and the line that says it. */
    record Event(String id, Instant at, String data) {
        String text() {
            return "data: " + data + "\n\n";
        }
    }

    /** Adds what is new of an order. */
    synchronized void note(Order order, List<Fill> fills) {
        json.note(order);
        for (Fill fill : fills) {
            if (told.add(fill.id())) {
                boolean whole = order.status() == Status.FILLED && fill.equals(fills.getLast());
                ObjectNode event = event(whole ? "fill" : "partial_fill", order);
                AlpacaJson.put(event, fill);
                add(event);
            }
        }
        String word = word(order);
        if (!word.equals(words.put(order.id(), word)) && !word.equals("filled")) {
            add(event(word, order).put("execution_id", order.id()));
        }
    }

    synchronized void clear() {
        events.clear();
        told.clear();
        words.clear();
        last = Instant.EPOCH;
    }

    /** How many there are. */
    synchronized int size() {
        return events.size();
    }

    /** Those from the {@code index}th on. */
    synchronized List<Event> from(int index) {
        return index < events.size()
                ? List.copyOf(events.subList(index, events.size()))
                : List.of();
    }

    private ObjectNode event(String word, Order order) {
        ObjectNode event = Json.object().put("account_id", account).put("event", word);
        event.set("order", json.order(order));
        return event;
    }

    private void add(ObjectNode event) {
        Instant now = clock.instant();
        last = now.isAfter(last) ? now : last;
        String id = Ulids.of(last, events.size());
        event.put("event_id", id).put("at", last.toString());
        events.add(new Event(id, last, event.toString()));
    }

    private static String word(Order order) {
        String status = Words.status(order);
        return status.equals("partially_filled") ? "new" : status;
    }
}
