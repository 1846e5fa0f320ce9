package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Answers in words. */
final class Words {
    private static final String[] ORDER = {
        "orderId",
        "clOrdId",
        "symbol",
        "side",
        "orderQty",
        "price",
        "ordStatus",
        "cumQty",
        "avgPx",
        "broker"
    };

    private Words() {}

    static String order(JsonNode order) {
        String table = orders(JsonNodeFactory.instance.arrayNode().add(order));
        String text = order.path("text").asText("");
        return text.isEmpty() ? table : table + "\n" + text;
    }

    static String orders(JsonNode orders) {
        return Table.of(orders, ORDER).text();
    }

    /** What was wrong, and what may be done. */
    static String problem(Answer answer) {
        StringBuilder words = new StringBuilder("HTTP " + answer.status());
        if (answer.body().isObject() && !answer.body().has("code")) {
            words.append(": ").append(Json.line(answer.body())); // Not of the API.
        } else if (answer.body().isObject()) {
            words.append(
                    " %s: %s. %s"
                            .formatted(
                                    answer.text("code"),
                                    answer.text("title"),
                                    answer.text("detail")));
            if (answer.body().has("limit")) {
                words.append(
                        " (limit %s, actual %s)"
                                .formatted(answer.text("limit"), answer.text("actual")));
            }
            answer.body()
                    .path("violations")
                    .forEach(one ->
                            words.append(
                                    "\n  %s: expected %s, found %s"
                                            .formatted(
                                                    one.path("field").asText(),
                                                    one.path("expected").asText(),
                                                    one.path("found").asText())));
            if (answer.body().path("retryable").asBoolean()) {
                words.append("\nnothing was sent: it may be asked again under a new id");
            }
        }
        return words.toString();
    }
}
