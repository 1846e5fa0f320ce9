package dev.primegate.broker.kit;

import java.util.Optional;

/**
 * Puts the lines of an <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">
 * event stream</a> together. An event that is cut off before its empty line never was.
 */
final class SseLines {
    private static final String MESSAGE = "message";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Characters of one event; no honest one comes near it. */
    private static final int LONGEST = 1 << 20;

    private final StringBuilder data = new StringBuilder();
    private String type = MESSAGE;
    private String id = "";
    private boolean hasData;
    private boolean begun;

    /**
     * What is complete with this line, if something is.
     *
     * @throws IllegalArgumentException if an event has no end
     */
    Optional<SseItem> line(String raw) {
        String line = begun || !raw.startsWith(BYTE_ORDER_MARK) ? raw : raw.substring(1);
        begun = true;
        if (line.isEmpty()) {
            return dispatch();
        }
        int colon = line.indexOf(':');
        String name = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        value = value.startsWith(" ") ? value.substring(1) : value;
        if (colon == 0) {
            return Optional.of(new SseItem.Comment(value));
        }
        switch (name) {
            case "data" -> append(value);
            case "event" -> type = value.isEmpty() ? MESSAGE : value;
            case "id" -> id = value.indexOf('\0') < 0 ? value : id;
            // The standard has readers pass over what they do not know; "retry" is ours to decide.
            default -> {}
        }
        return Optional.empty();
    }

    /** Whether something was said that no empty line has ended. */
    boolean isWithinAnEvent() {
        return hasData;
    }

    private void append(String value) {
        if (data.length() + value.length() > LONGEST) {
            throw new IllegalArgumentException("an event is longer than " + LONGEST);
        }
        data.append(hasData ? "\n" : "").append(value);
        hasData = true;
    }

    private Optional<SseItem> dispatch() {
        Optional<SseItem> event =
                hasData
                        ? Optional.of(new SseItem.Event(type, data.toString(), id))
                        : Optional.empty();
        data.setLength(0);
        hasData = false;
        type = MESSAGE;
        return event;
    }
}
