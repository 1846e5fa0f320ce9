package dev.primegate.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.proof.Proves;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the process in the middle of submits, again and again, and then counts. */
class KillIT {
    private static final int ROUNDS = 5;
    private static final int WRITERS = 4;
    private static final Set<String> UNSETTLED = Set.of("UNKNOWN", "PENDING_NEW");

    @TempDir private Path folder = Path.of("replaced");

    private final int port = Ports.free(0, "--port");
    private final int simPort = Ports.free(0, "--sim-port");
    private final HttpCalls api = new HttpCalls(URI.create("http://localhost:" + port));
    private final HttpCalls broker = new HttpCalls(URI.create("http://localhost:" + simPort));

    /** Bodies that were sent, by client order id, and the order ids that were answered. */
    private final Map<String, String> asked = new ConcurrentHashMap<>();

    private final Map<String, String> answered = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    @Test
    @Proves({"X2", "X3", "X4", "X5"})
    void noOrderIsLostAndNoneIsSentTwice() throws InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            LocalProcess process = start();
            try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
                for (int i = 0; i < WRITERS; i++) {
                    writers.execute(this::submitUntilItDies);
                }
                awaitAnotherAnswer();
                TimeUnit.MILLISECONDS.sleep(random.nextInt(1_000));
                process.kill();
            }
        }
        LocalProcess last = start();
        try {
            count("seed " + seed);
        } finally {
            last.kill();
        }
    }

    private void count(String what) throws InterruptedException {
        assertThat(answered).as(what).hasSizeGreaterThan(ROUNDS);
        Map<String, JsonNode> ours = new HashMap<>();
        for (Map.Entry<String, String> one : asked.entrySet()) {
            HttpCalls.Response again = api.post("/v1/orders", one.getValue());
            String id = again.text("orderId");
            assertThat(again.status()).as("%s: %s", what, again.body()).isBetween(200, 202);
            if (answered.containsKey(one.getKey())) {
                assertThat(again.replayed()).as("%s: %s was lost", what, id).isTrue();
                assertThat(id).isEqualTo(answered.get(one.getKey()));
            }
            ours.put(id, settled(id));
        }
        int atBroker = 0;
        for (JsonNode order : broker.get("/control/orders").body().path("orders")) {
            String id = order.path("client_order_id").asText();
            assertThat(order.path("posted").asInt()).as("%s: posts of %s", what, id).isEqualTo(1);
            assertThat(order.path("accepted").asInt()).as(what).isEqualTo(1);
            assertThat(ours).as("%s: the broker's %s is ours", what, id).containsKey(id);
            atBroker++;
        }
        long arrived =
                ours.values().stream()
                        .map(order -> order.path("ordStatus").asText())
                        .filter(status -> !status.equals("NEVER_ARRIVED"))
                        .filter(status -> !status.equals("NOT_SENT"))
                        .count();
        assertThat(atBroker).as(what).isEqualTo((int) arrived);
        System.out.printf(
                "killed %d times: %d orders asked for, %d answered, %d at the broker once each%n",
                ROUNDS, asked.size(), answered.size(), atBroker);
    }

    /** The order once its fate is known; every fate must be known some time after the fence. */
    private JsonNode settled(String id) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(90);
        while (true) {
            JsonNode order = api.get("/v1/orders/" + id).body();
            if (!UNSETTLED.contains(order.path("ordStatus").asText())) {
                return order;
            }
            assertThat(Instant.now()).as("still %s", order).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private LocalProcess start() throws InterruptedException {
        LocalProcess process =
                LocalProcess.start(
                        folder,
                        // Each death leaves doubt, and more of it than a broker may have.
                        Map.of("primegate.breaker.orders-in-doubt", "1000000"),
                        "--no-story",
                        "--port",
                        "" + port,
                        "--sim-port",
                        "" + simPort,
                        "--clear-street-port",
                        "0",
                        "--falconx-port",
                        "0",
                        "--pager-port",
                        "0",
                        "--data",
                        folder.resolve("data").toString());
        process.awaitReady(URI.create("http://localhost:" + port));
        return process;
    }

    /** The first order of a process takes longest; the kill must not always meet that one. */
    private void awaitAnotherAnswer() throws InterruptedException {
        int before = answered.size();
        for (int i = 0; i < 200 && answered.size() == before; i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void submitUntilItDies() {
        try {
            while (true) {
                String clOrdId = "kill-" + number.incrementAndGet();
                String body =
                        """
                        {"account":"demo","clOrdId":"%s","symbol":"BTC-USD","side":"BUY",\
                        "ordType":"LIMIT","timeInForce":"GTC","orderQty":"0.01%03d",\
                        "price":"60000","desk":"d","trader":"t"}\
                        """
                                .formatted(clOrdId, number.get() % 1000);
                asked.put(clOrdId, body);
                HttpCalls.Response answer = api.post("/v1/orders", body);
                if (answer.status() == 201 || answer.status() == 202) {
                    answered.put(clOrdId, answer.text("orderId"));
                } else {
                    // Too many for the broker, or one that looks like another: not an order.
                    asked.remove(clOrdId);
                }
            }
        } catch (RuntimeException _) {
            // It was killed, as it should be.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
