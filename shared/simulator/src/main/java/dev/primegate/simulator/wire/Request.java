package dev.primegate.simulator.wire;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param path without the query
 * @param headers by lower-case name
 * @param body the exact text, empty if there is none
 */
public record Request(
        String method, String path, Query query, Map<String, String> headers, String body) {

    /** Takes the header whatever the case of its name; an empty one counts as absent. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
                .filter(value -> !value.isEmpty());
    }

    /** The parts of the path between its slashes. */
    public List<String> segments() {
        return List.of(path.substring(1).split("/", -1));
    }
}
