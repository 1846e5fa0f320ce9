package dev.primegate.simulator.pager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes destinations fail, and shows what became of each call: {@code POST /control/slack} with
 * {@code {"faults": ["BUSY", "GONE"]}}, {@code PUT} for these in place of all that were planned,
 * and {@code GET /control/slack}.
 */
final class DestinationControl implements HttpHandler {
    static final String PATH = "/control/";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Destination> destinations;

    DestinationControl(Map<String, Destination> destinations) {
        this.destinations = destinations;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(PATH.length());
            Optional<Destination> found = Optional.ofNullable(destinations.get(name));
            if (found.isEmpty()) {
                Answers.send(exchange, 404, "expected one of " + destinations.keySet());
            } else {
                switch (exchange.getRequestMethod()) {
                    case "POST" -> plan(exchange, found.get()::plan);
                    case "PUT" -> plan(exchange, found.get()::planOnly);
                    default -> Answers.send(exchange, 200, calls(found.get()));
                }
            }
        }
    }

    private static void plan(HttpExchange exchange, Consumer<List<Fault>> destination)
            throws IOException {
        try {
            List<Fault> faults = new ArrayList<>();
            for (JsonNode name : JSON.readTree(exchange.getRequestBody()).path("faults")) {
                faults.add(Fault.valueOf(name.asText()));
            }
            destination.accept(faults);
            Answers.send(exchange, 200, "{\"planned\":%d}".formatted(faults.size()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            Answers.send(exchange, 400, "expected {\"faults\": [...]} of " + known());
        }
    }

    private static String known() {
        return String.valueOf(List.of(Fault.values()));
    }

    private static String calls(Destination destination) throws JsonProcessingException {
        ArrayNode all = JSON.createArrayNode();
        for (Call call : destination.calls()) {
            ObjectNode one = all.addObject();
            one.put("at", call.at().toString());
            one.put("fault", call.fault().name());
            one.put("taken", call.isTaken());
            one.put("body", call.body());
        }
        return JSON.writeValueAsString(all);
    }
}
