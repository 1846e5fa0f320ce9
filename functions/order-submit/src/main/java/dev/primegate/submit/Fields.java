package dev.primegate.submit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import dev.primegate.order.OrderSize;
import dev.primegate.submit.Problem.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Takes the fields of an object one by one and collects what is wrong with them. */
final class Fields {
    // No control, no formatting (text direction too), no lone surrogate, nothing unassigned.
    private static final Pattern ONE_LINE = Pattern.compile("[^\\p{C}]+");

    /** Beyond so many nobody reads on, and an answer must not outgrow its question. */
    private static final int MOST_VIOLATIONS = 50;

    private final ObjectNode object;
    private final List<Violation> violations = new ArrayList<>();

    Fields(ObjectNode object, Set<String> known) {
        this.object = object;
        for (var field : object.properties()) {
            if (!known.contains(field.getKey())) {
                wrong(StrictJson.clip(field.getKey()), "no such field", "it");
            }
        }
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    boolean has(String field) {
        return object.hasNonNull(field);
    }

    void wrong(String field, String expected, String found) {
        if (violations.size() < MOST_VIOLATIONS) {
            violations.add(new Violation(field, expected, found));
        }
    }

    /** Words of one line, without control characters. */
    Optional<String> text(String field, int longest) {
        Optional<String> text = string(field, "a string");
        if (text.filter(t -> t.length() > longest || !ONE_LINE.matcher(t).matches()).isPresent()) {
            wrong(field, "one line of at most " + longest + " characters", "another");
            return Optional.empty();
        }
        return text;
    }

    /** Text that {@code pattern} describes in the words of {@code expected}. */
    Optional<String> matching(String field, String pattern, String expected) {
        Optional<String> text = string(field, expected);
        if (text.filter(t -> !Pattern.matches(pattern, t)).isPresent()) {
            wrong(field, expected, StrictJson.clip(text.get()));
            return Optional.empty();
        }
        return text;
    }

    /** A decimal above zero; in JSON always a string. */
    Optional<Decimal10> positive(String field) {
        String expected = "a decimal above zero with at most 10 places, as a string";
        Optional<String> text = string(field, expected);
        try {
            Optional<Decimal10> number = text.map(Decimal10::of);
            if (number.filter(n -> n.signum() <= 0).isPresent()) {
                wrong(field, expected, StrictJson.clip(text.orElseThrow()));
                return Optional.empty();
            }
            return number;
        } catch (NumberFormatException e) {
            wrong(field, expected, StrictJson.clip(text.orElseThrow()));
            return Optional.empty();
        }
    }

    /** A decimal of either sign, or zero; in JSON always a string. */
    Optional<Decimal10> decimal(String field) {
        String expected = "a decimal with at most 10 places, as a string";
        Optional<String> text = string(field, expected);
        try {
            return text.map(Decimal10::of);
        } catch (NumberFormatException e) {
            wrong(field, expected, StrictJson.clip(text.orElseThrow()));
            return Optional.empty();
        }
    }

    /** A word of ours, such as the name of an account; {@code reader} refuses all others. */
    <T> Optional<T> named(String field, String expected, Function<String, Optional<T>> reader) {
        Optional<String> text = string(field, expected);
        Optional<T> name = text.flatMap(t -> readOrNothing(t, reader));
        if (text.isPresent() && name.isEmpty()) {
            wrong(field, expected, StrictJson.clip(text.get()));
        }
        return required(field, expected, name);
    }

    private static <T> Optional<T> readOrNothing(
            String text, Function<String, Optional<T>> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** The objects of a list; each may have the fields {@code known} and no other. */
    List<Fields> list(String field, int most, Set<String> known) {
        String expected = "a list of 1 to " + most + " objects";
        JsonNode node = object.path(field);
        List<Fields> list = new ArrayList<>();
        if (!(node instanceof ArrayNode array) || array.isEmpty() || array.size() > most) {
            wrong(field, expected, StrictJson.kind(node));
            return list;
        }
        for (JsonNode element : array) {
            if (!(element instanceof ObjectNode one)) {
                wrong(field, expected, "a list with " + StrictJson.kind(element));
                return List.of();
            }
            list.add(new Fields(one, known));
        }
        return list;
    }

    /** Takes over what is wrong with an element of a list. */
    void within(String place, Fields element) {
        element.violations.forEach(v -> wrong(place + "." + v.field(), v.expected(), v.found()));
    }

    /** Throws {@link ProblemException} if anything is wrong, naming all of it. */
    void refuse(Supplier<Problem> problem) {
        if (!violations.isEmpty()) {
            throw new ProblemException(problem.get().withViolations(violations()));
        }
    }

    /** The first thing that is wrong, in words. */
    String first() {
        Violation first = violations.getFirst();
        return "%s: expected %s, found %s"
                .formatted(first.field(), first.expected(), first.found());
    }

    Optional<Boolean> flag(String field) {
        JsonNode node = object.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isBoolean()) {
            wrong(field, "true or false", found(node));
            return Optional.empty();
        }
        return Optional.of(node.booleanValue());
    }

    /** A list of 1 to {@code most} lines. */
    Optional<List<String>> texts(String field, int most) {
        JsonNode node = object.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        node.forEach(one -> texts.add(one.isTextual() ? one.textValue() : ""));
        if (!node.isArray()
                || texts.isEmpty()
                || texts.size() > most
                || !texts.stream().allMatch(t -> ONE_LINE.matcher(t).matches())) {
            wrong(field, "a list of 1 to %d lines".formatted(most), found(node));
            return Optional.empty();
        }
        return Optional.of(texts);
    }

    Optional<Integer> integer(String field, int least, int most) {
        JsonNode node = object.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isInt() || node.intValue() < least || node.intValue() > most) {
            wrong(field, "an integer from %d to %d".formatted(least, most), found(node));
            return Optional.empty();
        }
        return Optional.of(node.intValue());
    }

    <E extends Enum<E>> Optional<E> word(String field, Class<E> words) {
        String expected = "one of " + Arrays.toString(words.getEnumConstants());
        Optional<String> text = string(field, expected);
        Optional<E> word =
                text.flatMap(t ->
                        Arrays.stream(words.getEnumConstants())
                                .filter(e -> e.name().equals(t))
                                .findFirst());
        if (text.isPresent() && word.isEmpty()) {
            wrong(field, expected, StrictJson.clip(text.get()));
        }
        return word;
    }

    /** A time with its offset, RFC 3339. */
    Optional<Instant> time(String field) {
        String expected = "an RFC 3339 time with offset, such as 2026-11-02T10:00:00Z";
        Optional<String> text = string(field, expected);
        try {
            return text.map(t -> OffsetDateTime.parse(t).toInstant());
        } catch (DateTimeException e) {
            wrong(field, expected, StrictJson.clip(text.orElseThrow()));
            return Optional.empty();
        }
    }

    /** The instrument of the field {@code "symbol"}. */
    Optional<Instrument> instrument(SymbolMaster master) {
        String expected = "a symbol of the symbol master, such as BTC-USD";
        Optional<String> spelling = required("symbol", expected, text("symbol", 41));
        Optional<Instrument> instrument = spelling.flatMap(master::resolve);
        if (spelling.isPresent() && instrument.isEmpty()) {
            wrong("symbol", expected, spelling.get());
        }
        return instrument;
    }

    /** Units or cash: one of them. */
    Optional<OrderSize> size() {
        Optional<Decimal10> units = positive("orderQty");
        Optional<Decimal10> cash = positive("cashOrderQty");
        if (has("orderQty") && has("cashOrderQty")) {
            wrong("cashOrderQty", "nothing beside orderQty", "both");
            return Optional.empty();
        }
        if (!has("orderQty") && !has("cashOrderQty")) {
            wrong("orderQty", "orderQty or cashOrderQty", "nothing");
            return Optional.empty();
        }
        return units.<OrderSize>map(u -> new OrderSize.Units(new Quantity(u)))
                .or(() -> cash.map(OrderSize.Cash::new));
    }

    /** Notes that {@code field} is missing, unless something is already wrong with it. */
    <T> Optional<T> required(String field, String expected, Optional<T> value) {
        if (value.isEmpty() && violations.stream().noneMatch(v -> v.field().equals(field))) {
            wrong(field, expected, "nothing");
        }
        return value;
    }

    private Optional<String> string(String field, String expected) {
        JsonNode node = object.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            wrong(field, expected, StrictJson.kind(node));
            return Optional.empty();
        }
        return Optional.of(node.textValue());
    }

    private static String found(JsonNode node) {
        return node.isTextual()
                ? "the string " + StrictJson.clip(node.textValue())
                : StrictJson.kind(node);
    }
}
