package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Reads a whole trail from the API, page by page. */
final class TrailPages {
    /** More than any trail has; each has a hundred steps. */
    private static final int MOST = 10_000;

    /** Whose trail. */
    enum Trail {
        HOUSE,
        TENANT;

        /** As it is typed, and as the API calls it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String path() {
            return "/v1/audit/" + this;
        }
    }

    private TrailPages() {}

    /**
     * The trail as the API tells it now.
     *
     * @throws RefusedException if it does not tell
     */
    static Copy read(Desk desk, Trail trail) {
        ArrayNode steps = Json.object().putArray("steps");
        String cursor = "";
        for (int page = 0; page < MOST; page++) {
            JsonNode said = page(desk, trail.path() + cursor);
            said.path("steps").forEach(steps::add);
            if (said.path("next").isMissingNode()) {
                ObjectNode whole = said.deepCopy();
                return SaidFile.copy(trail.path(), whole.set("steps", steps));
            }
            cursor = "?cursor=" + Http.part(said.path("next").asText());
        }
        throw new RefusedException(trail.path() + " has more than " + MOST + " pages");
    }

    private static JsonNode page(Desk desk, String path) {
        Answer answer = desk.get(path);
        if (answer.status() != 200) {
            throw new RefusedException(path + ": " + Words.problem(answer).strip());
        }
        return answer.body();
    }
}
