package dev.primegate.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.proof.Proves;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account that is routed to FalconX asks for a quote, takes it, and trades at once. */
class FalconXIT {
    @TempDir private Path folder = Path.of("replaced");

    private final int port = Ports.free(0, "--port");
    private final int simPort = Ports.free(0, "--falconx-port");
    private final HttpCalls api = new HttpCalls(URI.create("http://localhost:" + port));
    private final HttpCalls broker = new HttpCalls(URI.create("http://localhost:" + simPort));

    @Test
    @Proves({"A4", "F1"})
    void aQuoteIsTakenAndAnOrderIsFilledInItsAnswer() throws InterruptedException {
        List<String> options = new ArrayList<>(List.of("--no-story", "--port", "" + port));
        options.addAll(List.of("--sim-port", "0", "--falconx-port", "" + simPort));
        options.addAll(List.of("--clear-street-port", "0", "--pager-port", "0"));
        LocalProcess demo = LocalProcess.start(folder, options.toArray(String[]::new));
        try {
            demo.awaitReady(URI.create("http://localhost:" + port));
            trade();
        } finally {
            demo.kill();
        }
    }

    private void trade() throws InterruptedException {
        HttpCalls.Response quote =
                api.post(
                        "/v1/quotes",
                        """
                        {"account":"demo-falconx","quoteReqId":"q-1","symbol":"BTC-USD",
                         "side":"BUY","orderQty":"0.5"}
                        """);
        assertThat(quote.status()).as("" + quote.body()).isEqualTo(201);

        HttpCalls.Response taken =
                api.post(
                        "/v1/orders",
                        order("fx-1", "PREVIOUSLY_QUOTED", quote.text("offerPx"))
                                .replace(
                                        "{",
                                        "{\"quoteId\":\"%s\",".formatted(quote.text("quoteId"))));
        assertThat(taken.status()).as("" + taken.body()).isEqualTo(201);
        assertThat(taken.text("ordStatus")).isEqualTo("FILLED");
        assertThat(taken.text("avgPx")).isEqualTo(quote.text("offerPx"));
        assertThat(taken.text("broker")).isEqualTo("falconx");

        HttpCalls.Response limit = api.post("/v1/orders", order("fx-2", "LIMIT", "60000"));
        assertThat(limit.status()).as("" + limit.body()).isEqualTo(201);
        assertThat(limit.text("ordStatus")).isEqualTo("FILLED");

        int posted = 0;
        for (JsonNode order : broker.get("/control/orders").body().path("orders")) {
            posted += order.path("posted").asInt();
        }
        assertThat(posted).isEqualTo(2);
    }

    private static String order(String clOrdId, String type, String price) {
        return """
        {"clOrdId":"%s","account":"demo-falconx","symbol":"BTC-USD","side":"BUY",
         "orderQty":"0.5","ordType":"%s","price":"%s","timeInForce":"FOK",
         "desk":"delta","trader":"jane"}
        """
                .formatted(clOrdId, type, price);
    }
}
