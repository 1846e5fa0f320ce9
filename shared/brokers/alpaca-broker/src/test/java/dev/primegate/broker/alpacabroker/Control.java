package dev.primegate.broker.alpacabroker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The simulator's control API. */
final class Control {
    private final HttpClient client = HttpClient.newHttpClient();

    void fault(String kind) {
        post("faults", "{\"fault\":\"%s\"}".formatted(kind));
    }

    void post(String what, String body) {
        var _ = call("POST", what, body);
    }

    JsonNode get(String what) {
        return call("GET", what, "");
    }

    /** How often the order reached the broker, and how often it was taken. */
    Seen seen(String clientOrderId) {
        for (JsonNode order : get("orders").path("orders")) {
            if (order.path("client_order_id").asText().equals(clientOrderId)) {
                return new Seen(order.path("posted").asInt(), order.path("accepted").asInt());
            }
        }
        return new Seen(0, 0);
    }

    private JsonNode call(String method, String what, String body) {
        URI base = AlpacaSimulated.simulator().url();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + "/control/" + what))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the simulator answered " + answer.body());
            }
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Posts of an order, and orders made of them. */
    record Seen(int posted, int accepted) {}
}
