package dev.primegate.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.Preparation;
import dev.primegate.order.TimeInForce;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Finds which fields of a broker's request follow one field of ours, by changing that alone. */
final class FieldHunt {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OrderGateway gateway;
    private final Instant now;

    FieldHunt(OrderGateway gateway, Instant now) {
        this.gateway = gateway;
        this.now = now;
    }

    /** What came of changing a field. */
    sealed interface Found {
        /** These of theirs changed with it; none, if it is not told to the broker. */
        record Theirs(Set<String> fields) implements Found {}

        /** No order with it is taken. */
        record Refused(String why) implements Found {}
    }

    /** Tries every instrument and life until both orders are taken. */
    Found follow(UnaryOperator<Probe> before, UnaryOperator<Probe> after) {
        Optional<String> refusal = Optional.empty();
        for (String symbol : Probe.SYMBOLS) {
            for (TimeInForce life : TimeInForce.values()) {
                for (boolean timed : new boolean[] {false, true}) {
                    Probe plain = before.apply(Probe.of(Probe.LIMIT, life).of(symbol));
                    Probe one = timed ? plain.until(now) : plain;
                    Probe other = after.apply(one);
                    Preparation first = one.prepare(gateway, now);
                    Preparation second = other.prepare(gateway, now);
                    if (one.equals(other)) {
                        continue; // Without the field there is nothing to change.
                    }
                    if (first instanceof Preparation.Prepared a
                            && second instanceof Preparation.Prepared b) {
                        return new Found.Theirs(differences(a.body(), b.body()));
                    }
                    if (first instanceof Preparation.Prepared
                            && second instanceof Preparation.Unsupported(String what)) {
                        refusal = refusal.or(() -> Optional.of(what));
                    }
                }
            }
        }
        return new Found.Refused(refusal.orElse("no order that could have it is taken"));
    }

    /** As above, for what the order is called and by whom. */
    Found follow(Probe.Words words) {
        for (String symbol : Probe.SYMBOLS) {
            for (TimeInForce life : TimeInForce.values()) {
                Probe probe = Probe.of(Probe.LIMIT, life).of(symbol);
                if (probe.prepare(gateway, now) instanceof Preparation.Prepared a
                        && probe.prepare(gateway, words, now) instanceof Preparation.Prepared b) {
                    return new Found.Theirs(differences(a.body(), b.body()));
                }
            }
        }
        return new Found.Refused("no limit order is taken");
    }

    private static Set<String> differences(String one, String other) {
        Map<String, String> before = flat(one);
        Map<String, String> after = flat(other);
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        all.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return all;
    }

    private static Map<String, String> flat(String json) {
        Map<String, String> fields = new TreeMap<>();
        try {
            flatten("", JSON.readTree(json), fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + json, e);
        }
        return fields;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field ->
                            flatten(
                                    path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                                    field.getValue(),
                                    fields));
        } else if (node.isArray()) {
            for (JsonNode each : node) {
                flatten(path, each, fields);
            }
        } else {
            fields.merge(path, node.asText(), (a, b) -> a + "," + b);
        }
    }
}
