package dev.primegate.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;

/**
 * What goes back, and how well.
 *
 * @param delay how long the client waits for it
 */
public record Answer(
        int status,
        String type,
        String body,
        Map<String, String> headers,
        Ending ending,
        Duration delay) {

    private static final String EVENTS = "text/event-stream";

    /** How the answer ends. */
    public enum Ending {
        WHOLE,
        /** The connection breaks in the middle of the body. */
        HALF,
        /** The connection breaks before the first byte. */
        CUT,
        /** It goes on: what comes is said by {@link Skin#follow}. */
        OPEN
    }

    public static Answer json(int status, JsonNode body) {
        return of(status, "application/json", body.toString());
    }

    public static Answer html(int status, String body) {
        return of(status, "text/html; charset=utf-8", body);
    }

    /** A stream of events that has ended. */
    public static Answer events(String body) {
        return of(200, EVENTS, body);
    }

    /** A stream of events that goes on. */
    public static Answer open() {
        return of(200, EVENTS, "").ending(Ending.OPEN);
    }

    /** Without a body, and so of no type. */
    public static Answer empty(int status) {
        return of(status, "", "");
    }

    public static Answer cut() {
        return of(0, "", "").ending(Ending.CUT);
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    public Answer with(String header, String value) {
        return new Answer(status, type, body, Map.of(header, value), ending, delay);
    }

    public Answer ending(Ending other) {
        return new Answer(status, type, body, headers, other, delay);
    }

    public Answer after(Duration other) {
        return new Answer(status, type, body, headers, ending, other);
    }

    private static Answer of(int status, String type, String body) {
        return new Answer(status, type, body, Map.of(), Ending.WHOLE, Duration.ZERO);
    }
}
