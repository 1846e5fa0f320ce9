package dev.primegate.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.proof.Proves;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shares go to Clear Street by the demo's routing rules, over every function there is. */
class ClearStreetIT {
    @TempDir private Path folder = Path.of("replaced");

    private final int port = Ports.free(0, "--port");
    private final int simPort = Ports.free(0, "--clear-street-port");
    private final HttpCalls api = new HttpCalls(URI.create("http://localhost:" + port));
    private final HttpCalls broker = new HttpCalls(URI.create("http://localhost:" + simPort));

    @Test
    @Proves({"A4", "F1"})
    void anOrderForSharesIsFilledThereOnce() throws InterruptedException {
        LocalProcess demo =
                LocalProcess.start(
                        folder,
                        "--no-story",
                        "--port",
                        "" + port,
                        "--sim-port",
                        "0",
                        "--clear-street-port",
                        "" + simPort,
                        "--falconx-port",
                        "0",
                        "--pager-port",
                        "0");
        try {
            demo.awaitReady(URI.create("http://localhost:" + port));
            HttpCalls.Response answer =
                    api.post(
                            "/v1/orders",
                            """
                            {"clOrdId":"shares-1","account":"demo","symbol":"AAPL","side":"BUY",
                             "orderQty":"10","ordType":"LIMIT","price":"200","timeInForce":"DAY",
                             "desk":"equities","trader":"jane"}
                            """);
            assertThat(answer.status()).as(demo.said() + answer.body()).isEqualTo(201);

            JsonNode filled = filled(answer.text("orderId"));

            assertThat(filled.path("cumQty").asText()).isEqualTo("10");
            JsonNode there = broker.get("/control/orders").body().path("orders").path(0);
            assertThat(there.path("client_order_id").asText()).isEqualTo(answer.text("orderId"));
            assertThat(there.path("posted").asInt()).isEqualTo(1);
        } finally {
            demo.kill();
        }
    }

    private JsonNode filled(String id) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(30);
        while (true) {
            JsonNode order = api.get("/v1/orders/" + id).body();
            if (order.path("ordStatus").asText().equals("FILLED")) {
                return order;
            }
            assertThat(Instant.now()).as("still %s", order).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
