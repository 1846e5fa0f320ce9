package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A list of the API in which news appears. */
enum Source {
    ORDERS("/v1/orders?account=%s") {
        @Override
        Stream<Event> events(JsonNode body) {
            return each(body, "orders")
                    .map(one ->
                            Event.Type.ORDER_CHANGED.of(
                                    one, "orderId", "ordStatus", "cumQty", "lastUpdateTime"));
        }
    },
    EXECUTIONS("/v1/executions?account=%s&from=%s") {
        @Override
        Stream<Event> events(JsonNode body) {
            return each(body, "executions")
                    .map(one ->
                            (one.path("busted").asBoolean()
                                            ? Event.Type.EXECUTION_BUSTED
                                            : Event.Type.EXECUTION_BOOKED)
                                    .of(one, "broker", "execId"));
        }
    },
    BREAKS("/v1/breaks?account=%s") {
        @Override
        Stream<Event> events(JsonNode body) {
            return breaks(body);
        }
    },
    CLOSED_BREAKS("/v1/breaks?account=%s&closed=true") {
        @Override
        Stream<Event> events(JsonNode body) {
            return breaks(body);
        }
    },
    HALTS("/v1/halts") {
        @Override
        Stream<Event> events(JsonNode body) {
            return each(body, "steps")
                    .map(one -> Event.Type.HALT_STEP.of(one, "at", "scope", "step", "by"));
        }
    },
    ALERTS("/v1/alerts") {
        @Override
        Stream<Event> events(JsonNode body) {
            return Stream.concat(
                    each(body, "open")
                            .map(one -> Event.Type.ALERT_OPENED.of(one, "incident", "since")),
                    each(body, "ended")
                            .map(one -> Event.Type.ALERT_ENDED.of(one, "incident", "since")));
        }
    };

    private final String path;

    Source(String path) {
        this.path = path;
    }

    abstract Stream<Event> events(JsonNode body);

    /** Where it is of an account; trades not before {@code from}. */
    String path(String account, Instant from) {
        return path.formatted(Http.part(account), Http.part(from.toString()));
    }

    /** Where its next page is, if there is one. */
    Optional<String> next(String first, JsonNode body) {
        String cursor = body.path("next").asText("");
        return cursor.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        first + (first.contains("?") ? "&" : "?") + "cursor=" + Http.part(cursor));
    }

    private static Stream<Event> breaks(JsonNode body) {
        return each(body, "breaks")
                .map(one -> Event.Type.BREAK_MOVED.of(one, "breakId", "state", "movedAt"));
    }

    private static Stream<JsonNode> each(JsonNode body, String list) {
        return StreamSupport.stream(body.path(list).spliterator(), false);
    }
}
