package dev.primegate.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a doctor found, in lines: what was looked at, how it is, and what to do where it is not. */
final class Checkup {
    private static final String OK = "ok";

    private final ArrayNode lines = Json.object().putArray("checks");
    private boolean isSound = true;

    /** It is as it should be. */
    void ok(String subject, String check, String found) {
        line(subject, check, found, OK, "");
    }

    /** Somebody must do {@code next}. */
    void wrong(String subject, String check, String found, String next) {
        isSound = false;
        line(subject, check, found, "WRONG", next);
    }

    /** Somebody wanted it so, or it may pass: {@code next} tells more. */
    void look(String subject, String check, String found, String next) {
        line(subject, check, found, "look", next);
    }

    /** Whether nothing is wrong. */
    boolean isSound() {
        return isSound;
    }

    /** One object for each line. */
    ArrayNode lines() {
        return lines;
    }

    private void line(String subject, String check, String found, String verdict, String next) {
        ObjectNode line = lines.addObject();
        line.put("subject", subject)
                .put("check", check)
                .put("found", found)
                .put("verdict", verdict)
                .put("next", next);
    }
}
