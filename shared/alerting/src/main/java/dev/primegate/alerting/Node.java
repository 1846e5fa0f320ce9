package dev.primegate.alerting;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A map in the file, read strictly: whatever is not asked for is a mistake. */
final class Node {
    private final JsonNode json;
    private final String path;
    private final Set<String> asked = new LinkedHashSet<>();

    Node(JsonNode json, String path) {
        if (!json.isObject()) {
            throw new IllegalArgumentException(path + ": expected a map, found: " + json);
        }
        this.json = json;
        this.path = path;
    }

    String path() {
        return path;
    }

    /** The value of {@code name} made into what is wanted; what is wrong with it says where. */
    <T> Optional<T> value(String name, Function<String, T> make) {
        JsonNode value = find(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isValueNode() || value.isNull()) {
            throw new IllegalArgumentException(at(name) + "expected a value, found: " + value);
        }
        return Optional.of(make(name, value.asText(), make));
    }

    <T> T required(String name, Function<String, T> make) {
        return value(name, make)
                .orElseThrow(() -> new IllegalArgumentException(at(name) + "is missing"));
    }

    Optional<Duration> duration(String name) {
        return value(name, DurationConverter::parseDuration);
    }

    <T> Optional<List<T>> list(String name, Function<String, T> make) {
        JsonNode value = find(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isArray()) {
            throw new IllegalArgumentException(at(name) + "expected a list, found: " + value);
        }
        List<T> list = new ArrayList<>();
        value.forEach(one -> list.add(make(name, one.asText(), make)));
        return Optional.of(list);
    }

    Optional<Node> map(String name) {
        JsonNode value = find(name);
        return value.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Node(value, path + "." + name));
    }

    List<Node> maps(String name) {
        JsonNode value = find(name);
        List<Node> maps = new ArrayList<>();
        int i = 0;
        for (JsonNode one : value) {
            maps.add(new Node(one, "%s.%s[%d]".formatted(path, name, i++)));
        }
        return maps;
    }

    /** The maps of a map, each of them asked for. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /**
     * Ends the reading of this map.
     *
     * @throws IllegalArgumentException if it holds what nobody asked for
     */
    void end() {
        List<String> left = names();
        left.removeAll(asked);
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s: nothing is called %s here; there is %s".formatted(path, left, asked));
        }
    }

    private JsonNode find(String name) {
        asked.add(name);
        return json.path(name);
    }

    private <T> T make(String name, String text, Function<String, T> make) {
        try {
            return make.apply(text);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(at(name) + e.getMessage(), e);
        }
    }

    private String at(String name) {
        return path + "." + name + ": ";
    }
}
