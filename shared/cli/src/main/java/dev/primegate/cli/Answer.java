package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What was answered.
 *
 * @param replayed whether the request had been made before and changed nothing
 */
record Answer(int status, JsonNode body, boolean replayed) {
    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** The text of a member; empty where it is absent. */
    String text(String member) {
        return body.path(member).asText("");
    }
}
