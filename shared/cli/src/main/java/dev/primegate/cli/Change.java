package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;

/**
 * A request that changes something.
 *
 * @param onlyStops whether all it can do is to stop trading: that asks nobody's leave
 */
record Change(String method, String path, Optional<JsonNode> body, boolean onlyStops) {
    static Change of(String method, String path) {
        return new Change(method, path, Optional.empty(), false);
    }

    static Change of(String method, String path, JsonNode body) {
        return new Change(method, path, Optional.of(body), false);
    }

    Change asStop() {
        return new Change(method, path, body, true);
    }

    /** As a dry run shows it. */
    JsonNode shown(URI where) {
        ObjectNode shown = Json.object().put("method", method).put("url", where.toString());
        body.ifPresent(present -> shown.set("body", present));
        return shown;
    }
}
