package dev.primegate.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.money.Decimal10;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one JSON object, read as protobuf's JSON readers do: either spelling of a name, no
 * name that is not known, no number where text belongs, and null or empty text is no value.
 */
public final class Fields {
    private final Map<String, JsonNode> values;

    private Fields(Map<String, JsonNode> values) {
        this.values = values;
    }

    /**
     * Reads an object.
     *
     * @throws RefusedException if it is none, or has a field that is not {@code known}
     */
    public static Fields of(String json, Set<String> known) {
        return of(Json.object(json), known);
    }

    static Fields of(ObjectNode object, Set<String> known) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        object.properties()
                .forEach(property -> {
                    String name = canonical(property.getKey(), known);
                    if (values.put(name, property.getValue()) != null) {
                        throw RefusedException.badRequest("duplicate field: " + name);
                    }
                });
        values.values().removeIf(JsonNode::isNull);
        return new Fields(values);
    }

    /** Reads an object whose names have one spelling. */
    public static Fields exactly(ObjectNode object, Set<String> known) {
        for (var property : object.properties()) {
            if (!known.contains(property.getKey())) {
                throw unknown(property.getKey(), known);
            }
        }
        return of(object, known);
    }

    /** Reads an object whose names have one spelling. */
    public static Fields exactly(String json, Set<String> known) {
        return exactly(Json.object(json), known);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Optional<String> text(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw RefusedException.badRequest(name + " must be a string, not " + value);
        }
        return Optional.of(value.textValue()).filter(text -> !text.isEmpty());
    }

    public String required(String name) {
        return text(name).orElseThrow(() -> RefusedException.badRequest(name + " is required"));
    }

    /** A decimal above zero, written as a string. */
    public Optional<Decimal10> amount(String name) {
        return text(name).map(text -> amount(name, text));
    }

    /** A decimal above zero, written as a number. */
    public Optional<Decimal10> figure(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isNumber()) {
            throw RefusedException.badRequest(name + " must be a number, not " + value);
        }
        return Optional.of(amount(name, value.decimalValue().toPlainString()));
    }

    /** A list of decimals above zero, written as numbers; empty if absent. */
    public List<Decimal10> figures(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isNumber)) {
            throw RefusedException.badRequest(name + " must be a list of numbers, not " + value);
        }
        return value.valueStream()
                .map(each -> amount(name, each.decimalValue().toPlainString()))
                .toList();
    }

    public Optional<Instant> time(String name) {
        return text(name).map(text -> Query.time(name, text));
    }

    public Optional<Boolean> flag(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            throw RefusedException.badRequest(name + " must be true or false, not " + value);
        }
        return Optional.of(value.booleanValue());
    }

    public Optional<Integer> number(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw RefusedException.badRequest(name + " must be a whole number, not " + value);
        }
        return Optional.of(value.intValue());
    }

    public List<String> texts(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : value) {
            texts.add(each.asText());
        }
        if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isTextual)) {
            throw RefusedException.badRequest(name + " must be a list of strings, not " + value);
        }
        return texts;
    }

    /** A field that is an object. */
    public Optional<Fields> object(String name, Set<String> known) {
        JsonNode value = values.get(name);
        if (value != null && !(value instanceof ObjectNode)) {
            throw RefusedException.badRequest(name + " must be an object, not " + value);
        }
        return Optional.ofNullable((ObjectNode) value).map(object -> exactly(object, known));
    }

    /** A field that is an array; empty if absent. */
    public List<JsonNode> array(String name) {
        JsonNode value = values.get(name);
        if (value != null && !value.isArray()) {
            throw RefusedException.badRequest(name + " must be an array, not " + value);
        }
        return value == null ? List.of() : value.valueStream().toList();
    }

    /** Milliseconds since 1970. */
    public Optional<Instant> millis(String name) {
        JsonNode value = values.get(name);
        if (value != null && !(value.isIntegralNumber() && value.canConvertToLong())) {
            throw RefusedException.badRequest(name + " must be milliseconds, not " + value);
        }
        return Optional.ofNullable(value).map(JsonNode::longValue).map(Instant::ofEpochMilli);
    }

    /** A field that is an object of strings; empty if absent. */
    public Map<String, String> table(String name) {
        Map<String, String> table = new LinkedHashMap<>();
        JsonNode value = values.get(name);
        if (value == null) {
            return table;
        }
        if (!value.isObject() || !value.valueStream().allMatch(JsonNode::isTextual)) {
            throw RefusedException.badRequest(name + " must be an object of strings, not " + value);
        }
        value.forEachEntry((key, text) -> table.put(key, text.textValue()));
        return table;
    }

    private static Decimal10 amount(String name, String text) {
        try {
            Decimal10 amount = Decimal10.of(text);
            if (amount.signum() > 0) {
                return amount;
            }
        } catch (NumberFormatException e) {
            throw RefusedException.badRequest(name + " is not a decimal: " + text);
        }
        throw RefusedException.badRequest(name + " must be above zero, not " + text);
    }

    private static String canonical(String name, Set<String> known) {
        if (known.contains(name)) {
            return name;
        }
        String snake = Spelling.snake(name);
        if (name.indexOf('_') < 0 && known.contains(snake)) {
            return snake;
        }
        throw unknown(name, known);
    }

    private static RefusedException unknown(String name, Set<String> known) {
        return RefusedException.badRequest(
                "unknown field: " + name + "; known are " + new java.util.TreeSet<>(known));
    }
}
