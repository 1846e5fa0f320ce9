package dev.primegate.simulation.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An update expression: as much of its grammar as the product uses. */
final class Update {
    private static final Set<String> CLAUSES = Set.of("SET", "ADD", "DELETE", "REMOVE");

    private Update() {}

    /** The item after {@code expression}. */
    static Map<String, AttributeValue> of(
            Map<String, AttributeValue> before, String expression, Condition.Names names) {
        Map<String, AttributeValue> after = new HashMap<>(before);
        Words words = new Words(expression);
        while (!words.isOver()) {
            String clause = words.take();
            if (!CLAUSES.contains(clause)) {
                throw new IllegalArgumentException("no such clause: " + clause);
            }
            do {
                one(after, clause, words, names);
            } while (words.take(","));
        }
        return Values.kept(after);
    }

    private static void one(
            Map<String, AttributeValue> item, String clause, Words words, Condition.Names names) {
        String name = names.attribute(words.take());
        switch (clause) {
            case "REMOVE" -> item.remove(name);
            case "SET" -> {
                words.expect("=");
                item.put(name, value(words, names));
            }
            case "ADD" -> item.put(name, Values.plus(item.get(name), value(words, names)));
            default -> put(item, name, Values.minus(item.get(name), value(words, names)));
        }
    }

    private static void put(
            Map<String, AttributeValue> item, String name, @Nullable AttributeValue value) {
        if (value == null) {
            item.remove(name);
        } else {
            item.put(name, value);
        }
    }

    private static AttributeValue value(Words words, Condition.Names names) {
        String name = words.take();
        return Objects.requireNonNull(names.values().get(name), name);
    }
}
