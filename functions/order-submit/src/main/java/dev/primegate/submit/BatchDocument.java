package dev.primegate.submit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The body of {@code POST /v1/orders:batch}, down to the orders in it. */
final class BatchDocument {
    /** What a broker's rate lets through while the caller waits. */
    static final int MOST = 100;

    /** Bytes; five thousand for each order, which needs five hundred. */
    private static final int LARGEST = 512 * 1024;

    private BatchDocument() {}

    /** The orders, unread: what is wrong with one of them is not the others' trouble. */
    static List<JsonNode> read(byte[] body) {
        ObjectNode object = StrictJson.object(body, LARGEST);
        if (object.size() != 1 || !(object.get("orders") instanceof ArrayNode orders)) {
            throw invalid("expected one field, orders, an array");
        }
        if (orders.isEmpty() || orders.size() > MOST) {
            throw invalid("expected 1 to %d orders, found %d".formatted(MOST, orders.size()));
        }
        List<JsonNode> all = new ArrayList<>();
        orders.forEach(all::add);
        return all;
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(
                Problem.of(400, "invalid-batch", "The batch is not one", detail));
    }
}
