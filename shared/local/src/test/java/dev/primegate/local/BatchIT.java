package dev.primegate.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.proof.Proves;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred orders in one request, over HTTP, to the broker's own books. */
class BatchIT {
    private static final int ORDERS = 100;

    /** An account of the demo is held to ten a second. */
    private static final Map<String, String> FASTER =
            Map.of(
                    "primegate.risk.orders-per-second", "0",
                    "primegate.risk.orders-per-minute", "0");

    @TempDir private Path folder = Path.of("replaced");

    private final int port = Ports.free(0, "--port");
    private final int simPort = Ports.free(0, "--sim-port");
    private final HttpCalls api = new HttpCalls(URI.create("http://localhost:" + port));
    private final HttpCalls broker = new HttpCalls(URI.create("http://localhost:" + simPort));

    @Test
    @Proves({"E2", "A13"})
    void aHundredOrdersAreEachSentOnceHoweverOftenTheBatchIsAskedFor() throws InterruptedException {
        LocalProcess process =
                LocalProcess.start(
                        folder,
                        FASTER,
                        "--no-story",
                        "--port",
                        "" + port,
                        "--sim-port",
                        "" + simPort,
                        "--pager-port",
                        "0");
        try {
            process.awaitReady(URI.create("http://localhost:" + port));
            Set<String> placed = place();
            assertThat(placed).isNotEmpty();
            assertThat(atBroker()).isEqualTo(once(placed));

            Set<String> again = place();

            assertThat(again).containsAll(placed);
            assertThat(atBroker()).isEqualTo(once(again));
        } finally {
            process.kill();
        }
    }

    /** The ids of those that are under way; each result stands where its order stood. */
    private Set<String> place() throws InterruptedException {
        HttpCalls.Response answer = api.post("/v1/orders:batch", batch());
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        JsonNode results = answer.body().path("results");
        assertThat(results).hasSize(ORDERS);
        Set<String> placed = new HashSet<>();
        for (int i = 0; i < ORDERS; i++) {
            JsonNode result = results.get(i);
            // A slow machine is too late for some: then nothing was sent, and the answer says so.
            assertThat(result.path("status").asInt()).as("%s", result).isIn(Set.of(200, 201, 503));
            String status = result.path("order").path("ordStatus").asText();
            if (result.has("order") && !status.equals("NOT_SENT")) {
                assertThat(result.path("order").path("clOrdId").asText()).isEqualTo("batch-" + i);
                placed.add(result.path("order").path("orderId").asText());
            }
        }
        return placed;
    }

    private Map<String, Integer> atBroker() throws InterruptedException {
        Map<String, Integer> posts = new HashMap<>();
        for (JsonNode order : broker.get("/control/orders").body().path("orders")) {
            posts.put(order.path("client_order_id").asText(), order.path("posted").asInt());
        }
        return posts;
    }

    private static Map<String, Integer> once(Set<String> ids) {
        return ids.stream().collect(Collectors.toMap(id -> id, _ -> 1));
    }

    private static String batch() {
        return IntStream.range(0, ORDERS)
                .mapToObj(i ->
                        """
                        {"account":"demo","clOrdId":"batch-%d","symbol":"BTC-USD","side":"BUY",\
                        "ordType":"LIMIT","timeInForce":"GTC","orderQty":"0.01%03d",\
                        "price":"59000","desk":"d","trader":"t"}\
                        """
                                .formatted(i, i))
                .collect(Collectors.joining(",", "{\"orders\":[", "]}"));
    }
}
