package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that was not so when it was last asked for.
 *
 * @param key differs from that of every other event, and is the same however often it is read
 * @param data what the API says of it
 */
record Event(Type type, String key, JsonNode data) {
    /** What can happen. Its name is in asyncapi.yaml, with what its data says. */
    enum Type {
        ORDER_CHANGED("order.changed", "lastUpdateTime", "orderId", "ordStatus", "cumQty"),
        EXECUTION_BOOKED(
                "execution.booked", "transactTime", "execId", "orderId", "lastQty", "lastPx"),
        EXECUTION_BUSTED(
                "execution.busted", "transactTime", "execId", "orderId", "lastQty", "lastPx"),
        BREAK_MOVED("break.moved", "movedAt", "breakId", "state", "cause", "what"),
        HALT_STEP("halt.step", "at", "scope", "step", "by", "reason"),
        ALERT_OPENED("alert.opened", "since", "incident", "severity", "firing"),
        ALERT_ENDED("alert.ended", "since", "incident", "severity", "firing");

        private final String text;
        private final String time;
        private final String said;

        Type(String text, String time, String... said) {
            this.text = text;
            this.time = time;
            this.said = String.join(" ", said);
        }

        String text() {
            return text;
        }

        /**
         * Of {@code data}; {@code version} names the members that make a later word a new event.
         */
        Event of(JsonNode data, String... version) {
            return new Event(
                    this,
                    Stream.concat(Stream.of(text), Stream.of(version).map(data::path))
                            .map(Objects::toString)
                            .collect(Collectors.joining(" ")),
                    data);
        }
    }

    /** In one line: when, what, and what matters of it. */
    String line() {
        return Stream.concat(
                        Stream.of(data.path(type.time).asText("-"), type.text),
                        Stream.of(type.said.split(" ", -1))
                                .map(member -> data.path(member).asText("-")))
                .collect(Collectors.joining("  "))
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** In one line for a program. */
    String json() {
        return Json.line(Json.object().put("type", type.text).set("data", data));
    }
}
