package dev.primegate.simulation.store;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A condition, key condition or filter: as much of their grammar as the product uses. */
@FunctionalInterface
interface Condition {
    Map<String, Condition> READ = new ConcurrentHashMap<>();

    boolean holds(Map<String, AttributeValue> item, Names names);

    /** What placeholders stand for. */
    record Names(Map<String, String> names, Map<String, AttributeValue> values) {
        @Nullable AttributeValue of(String operand, Map<String, AttributeValue> item) {
            return switch (operand.charAt(0)) {
                case ':' -> values.get(operand);
                default -> item.get(attribute(operand));
            };
        }

        /** The attribute that {@code operand} names, itself or by a placeholder. */
        String attribute(String operand) {
            return operand.startsWith("#")
                    ? Objects.requireNonNull(names.get(operand), operand)
                    : operand;
        }
    }

    static boolean holds(
            @Nullable String expression, Map<String, AttributeValue> item, Names names) {
        return expression == null || read(expression).holds(item, names);
    }

    private static Condition read(String expression) {
        return READ.computeIfAbsent(
                expression,
                text -> {
                    Words words = new Words(text);
                    Condition whole = either(words);
                    if (!words.isOver()) {
                        throw new IllegalArgumentException("more than a condition: " + text);
                    }
                    return whole;
                });
    }

    private static Condition either(Words words) {
        Condition left = both(words);
        while (words.take("OR")) {
            Condition first = left;
            Condition second = both(words);
            left = (item, names) -> first.holds(item, names) || second.holds(item, names);
        }
        return left;
    }

    private static Condition both(Words words) {
        Condition left = single(words);
        while (words.take("AND")) {
            Condition first = left;
            Condition second = single(words);
            left = (item, names) -> first.holds(item, names) && second.holds(item, names);
        }
        return left;
    }

    private static Condition single(Words words) {
        if (words.take("NOT")) {
            Condition inner = single(words);
            return (item, names) -> !inner.holds(item, names);
        }
        if (words.take("(")) {
            Condition inner = either(words);
            words.expect(")");
            return inner;
        }
        String first = words.take();
        return words.take("(") ? function(first, words) : comparison(first, words);
    }

    private static Condition function(String name, Words words) {
        String path = words.take();
        if (words.take(")")) {
            return switch (name) {
                case "attribute_exists" -> (item, names) -> names.of(path, item) != null;
                case "attribute_not_exists" -> (item, names) -> names.of(path, item) == null;
                default -> throw new IllegalArgumentException("no such function: " + name);
            };
        }
        words.expect(",");
        String operand = words.take();
        words.expect(")");
        return switch (name) {
            case "contains" ->
                    (item, names) -> Values.contains(names.of(path, item), names.of(operand, item));
            case "begins_with" ->
                    (item, names) -> Values.begins(names.of(path, item), names.of(operand, item));
            default -> throw new IllegalArgumentException("no such function: " + name);
        };
    }

    private static Condition comparison(String left, Words words) {
        String operator = words.take();
        String right = words.take();
        if (operator.equalsIgnoreCase("BETWEEN")) {
            words.expect("AND");
            String end = words.take();
            return (item, names) ->
                    Values.compare(names.of(left, item), ">=", names.of(right, item))
                            && Values.compare(names.of(left, item), "<=", names.of(end, item));
        }
        return (item, names) ->
                Values.compare(names.of(left, item), operator, names.of(right, item));
    }
}
