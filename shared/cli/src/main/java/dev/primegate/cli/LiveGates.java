package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Gates that what an installation wrote down opens: read over its API when they are asked for. */
final class LiveGates {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int SHARE = 70;
    private static final int HUNDRED = 100;

    private final Desk desk;

    LiveGates(Desk desk) {
        this.desk = desk;
    }

    /** Those that orders can go to. */
    Set<String> brokers() {
        Set<String> names = new TreeSet<>();
        asked("/v1/ops/brokers")
                .path("brokers")
                .forEach(state -> names.add(state.path("broker").asText()));
        return names;
    }

    List<Gate> all() {
        JsonNode halts = asked("/v1/halts");
        return List.of(
                rehearsed(halts),
                new Gate(
                        Gate.Phase.CONTROL,
                        "nothing is halted",
                        halts.path("halts").isEmpty(),
                        halts.path("halts").size() + " halts"),
                explained(),
                rate());
    }

    /** A halt that one asked to end, and another ended. */
    private Gate rehearsed(JsonNode halts) {
        Instant from = desk.now().minus(MONTH);
        for (JsonNode resumed : steps(halts, "RESUMED", from)) {
            for (JsonNode asked : steps(halts, "RESUME_ASKED", from)) {
                if (asked.path("scope").equals(resumed.path("scope"))
                        && !asked.path("by").equals(resumed.path("by"))) {
                    return new Gate(
                            Gate.Phase.CONTROL,
                            "a halt and a resume by two persons were rehearsed",
                            true,
                            "%s resumed at %s by %s after %s"
                                    .formatted(
                                            resumed.path("scope").asText(),
                                            resumed.path("at").asText(),
                                            resumed.path("by").asText(),
                                            asked.path("by").asText()));
                }
            }
        }
        return new Gate(
                Gate.Phase.CONTROL,
                "a halt and a resume by two persons were rehearsed",
                false,
                "none in the last 30 days: ./primegate halt, then resume");
    }

    private static List<JsonNode> steps(JsonNode halts, String step, Instant from) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode one : halts.path("steps")) {
            if (one.path("step").asText().equals(step)
                    && !Instant.parse(one.path("at").asText()).isBefore(from)) {
                found.add(one);
            }
        }
        return found;
    }

    private Gate explained() {
        int open = 0;
        for (JsonNode account : asked("/v1/ops/environment").path("accounts")) {
            JsonNode breaks =
                    asked("/v1/breaks?closed=false&account=" + Http.part(account.asText()));
            for (JsonNode one : breaks.path("breaks")) {
                open += ExplainBreak.isOpen(one) ? 1 : 0;
            }
        }
        return new Gate(
                Gate.Phase.CONTROL, "every break is explained", open == 0, open + " are not");
    }

    private Gate rate() {
        List<String> high = new ArrayList<>();
        for (JsonNode state : asked("/v1/ops/brokers").path("brokers")) {
            JsonNode rate = state.path("rate");
            long allowed = rate.path("perSecond").asLong() * rate.path("stepSeconds").asLong();
            for (JsonNode used : rate.path("used")) {
                if (used.asLong() * HUNDRED >= allowed * SHARE) {
                    high.add(state.path("broker").asText());
                    break;
                }
            }
        }
        return new Gate(
                Gate.Phase.TUNE,
                "calls stay below 70 % of each broker's limit",
                high.isEmpty(),
                high.isEmpty() ? "by what was called lately" : "not those of " + high);
    }

    /** Throws {@link RefusedException} if the API does not tell. */
    private JsonNode asked(String path) {
        Answer answer = desk.get(path);
        if (!answer.isGood()) {
            throw new RefusedException(path + ": " + Words.problem(answer));
        }
        return answer.body();
    }
}
