package dev.primegate.simulator.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters behind the question mark, in either spelling; read strictly.
 *
 * @param raw the text as it came
 */
public record Query(String raw, Map<String, List<String>> values) {
    /** Parameters that were never text. */
    public Query(Map<String, List<String>> values) {
        this("", values);
    }

    /** Parses the raw text behind the question mark. */
    public static Query of(String raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                values.computeIfAbsent(Spelling.snake(decode(parts[0])), name -> new ArrayList<>())
                        .add(parts.length == 1 ? "" : decode(parts[1]));
            }
        }
        return new Query(raw, values);
    }

    /** Refuses parameters that are not {@code known}. */
    public void allow(Set<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw RefusedException.badRequest("unknown query parameter: " + name);
            }
        }
    }

    /** Every value given; none if the parameter is absent. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public Optional<String> one(String name) {
        List<String> given = all(name);
        if (given.size() > 1) {
            throw RefusedException.badRequest(name + " is given more than once");
        }
        return given.stream().filter(value -> !value.isEmpty()).findFirst();
    }

    public Optional<Integer> number(String name) {
        return one(name)
                .map(text -> {
                    try {
                        return Integer.valueOf(text);
                    } catch (NumberFormatException e) {
                        throw RefusedException.badRequest(name + " is not an integer: " + text);
                    }
                });
    }

    /** Takes milliseconds since 1970. */
    public Optional<Instant> millis(String name) {
        return one(name)
                .map(text -> {
                    try {
                        return Instant.ofEpochMilli(Long.parseLong(text));
                    } catch (NumberFormatException e) {
                        throw RefusedException.badRequest(name + " is not a time: " + text);
                    }
                });
    }

    /** Takes an RFC 3339 time. */
    public Optional<Instant> time(String name) {
        return one(name).map(text -> time(name, text));
    }

    static Instant time(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw RefusedException.badRequest(name + " is not an RFC 3339 time: " + text);
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw RefusedException.badRequest("not a query: " + text);
        }
    }
}
