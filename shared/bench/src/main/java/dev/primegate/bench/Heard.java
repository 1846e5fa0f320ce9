package dev.primegate.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a channel has heard of one alert.
 *
 * @param after how long after its cause it was told; empty if it was not
 * @param openings how often it was opened anew, as the channel reckons
 * @param ended whether it heard of the end after that
 */
record Heard(String scope, Optional<Duration> after, int openings, boolean ended) {
    static Heard of(String scope, Instant begun, JsonNode calls) {
        Optional<Duration> after = Optional.empty();
        int openings = 0;
        boolean open = false;
        for (JsonNode call : calls) {
            String body = call.path("body").asText();
            if (!call.path("taken").asBoolean() || !isAbout(scope, body)) {
                continue;
            }
            boolean ends = body.contains("\"resolve\"") || body.contains("RESOLVED");
            if (!ends && !open) {
                openings++;
            }
            if (!ends && after.isEmpty()) {
                Instant at = Instant.parse(call.path("at").asText());
                after = Optional.of(Duration.between(begun, at));
            }
            open = !ends;
        }
        return new Heard(scope, after, openings, openings > 0 && !open);
    }

    /** Its name ends there: {@code bench-0-1} is not {@code bench-0-10}. */
    private static boolean isAbout(String scope, String body) {
        int at = body.indexOf(scope);
        int end = at + scope.length();
        return at >= 0 && (end == body.length() || !Character.isDigit(body.charAt(end)));
    }

    boolean isTold() {
        return after.isPresent();
    }

    boolean isOver() {
        return ended;
    }
}
