package dev.primegate.local;

import static dev.primegate.local.BrokenException.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.primegate.simulator.pager.StandIns;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Seven things that primegate promises, shown over its own API; each is checked as it is told. */
final class Story {
    /** What the reader is invited to send. */
    static final String YOURS = order("my-first-order", "BUY", "ETH-USD", "1.5", "3000");

    private static final List<String> BROKERS =
            List.of("coinbase-prime", "falconx", "clear-street");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpCalls api;
    private final HttpCalls broker;
    private final StandIns standIns;
    private final BrokenDay brokenDay;
    private final Teller teller;

    /** Tells this run's orders from those of an earlier one on the same folder. */
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    Story(URI api, Parts parts, BrokenDay brokenDay, Teller teller) {
        this.api = new HttpCalls(api);
        this.broker = new HttpCalls(parts.simulator().url());
        this.standIns = parts.standIns();
        this.brokenDay = brokenDay;
        this.teller = teller;
    }

    /** Returns what did not hold, if anything. */
    Optional<String> tell() throws InterruptedException {
        try {
            String first = order("demo-" + run + "-1", "BUY", "BTC-USD", "0.5", "60000");
            brokersAnswer();
            acceptedAndFilled(first);
            replayed(first);
            oversized();
            settledByEvidence();
            wakesSomebody();
            brokenDay.tell(run);
            return Optional.empty();
        } catch (BrokenException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void brokersAnswer() throws InterruptedException {
        teller.chapter("Every broker takes our key");
        for (String name : BROKERS) {
            teller.request("GET /health/brokers/" + name);
            HttpCalls.Response answer = health(name);
            teller.answer(answer, answer.text("status"));
        }
    }

    /** The first call of a process may take longer than the two seconds it is given. */
    private HttpCalls.Response health(String name) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        HttpCalls.Response answer = api.get("/health/brokers/" + name);
        while (answer.status() != 200 && Instant.now().isBefore(deadline)) {
            answer = api.get("/health/brokers/" + name);
        }
        check(answer.status() == 200, "%s did not answer: %s".formatted(name, answer.body()));
        return answer;
    }

    private void acceptedAndFilled(String order) throws InterruptedException {
        teller.chapter("An order is accepted, partially filled, filled");
        // By hand: a fill that comes by itself may come before what went before it was looked at.
        control("mode", "{\"mode\":\"manual\"}");
        HttpCalls.Response answer = submit(order, 201);
        teller.answer(answer, answer.text("ordStatus"));
        String id = answer.text("orderId");
        var _ = until(id, o -> status(o).equals("NEW"));
        fill(id, "0.2", "59976.2");
        var _ = until(id, o -> status(o).equals("PARTIALLY_FILLED"));
        fill(id, "0.3", "59981");
        JsonNode whole = until(id, o -> status(o).equals("FILLED"));
        check(whole.path("cumQty").asText().equals("0.5"), "filled " + whole.path("cumQty"));
        control("mode", "{\"mode\":\"auto\"}");
    }

    private void fill(String orderId, String quantity, String price) throws InterruptedException {
        control(
                "orders/" + orderId + "/fill",
                "{\"quantity\":\"%s\",\"price\":\"%s\"}".formatted(quantity, price));
    }

    private void replayed(String order) throws InterruptedException {
        teller.chapter("The same request again changes nothing");
        HttpCalls.Response answer = submit(order, 200);
        check(answer.replayed(), "the repeat was not called one");
        teller.answer(answer, answer.text("ordStatus") + ", Idempotent-Replayed: true");
        check(sent(answer.text("orderId")) == 1, "the broker saw it more than once");
        teller.event("the broker has been sent it once");
    }

    private void oversized() throws InterruptedException {
        teller.chapter("An order over a limit is refused before it is written or sent");
        HttpCalls.Response answer =
                submit(order("demo-" + run + "-2", "BUY", "BTC-USD", "4.9", "60000"), 422);
        teller.answer(
                answer,
                "%s: limit %s, actual %s"
                        .formatted(
                                answer.text("code"), answer.text("limit"), answer.text("actual")));
        check(!answer.text("limit").isEmpty(), "the refusal names no limit");
        check(!answer.text("actual").isEmpty(), "the refusal names no actual");
    }

    private void settledByEvidence() throws InterruptedException {
        teller.chapter("The broker takes an order, its answer is lost, and its feed is silent");
        control("news", "{\"silent\":true}");
        control("faults", "{\"fault\":\"cutAfterAccept\"}");
        HttpCalls.Response answer =
                submit(order("demo-" + run + "-3", "SELL", "BTC-USD", "0.25", "59000"), 202);
        teller.answer(answer, answer.text("ordStatus") + ": " + answer.text("text"));
        check(answer.text("ordStatus").equals("UNKNOWN"), "the doubt was not said");
        String id = answer.text("orderId");
        var _ = until(id, o -> !status(o).equals("UNKNOWN"));
        teller.event("settled by looking it up: it was there");
        control("news", "{\"silent\":false}");
        var _ = until(id, o -> status(o).equals("FILLED"));
        check(sent(id) == 1, "the broker saw it more than once");
        teller.event("the broker has been sent it once");
    }

    private void wakesSomebody() throws InterruptedException {
        teller.chapter("Three rejects in a row wake somebody");
        control("faults", "{\"fault\":\"reject\",\"times\":3,\"reason\":\"insufficient credit\"}");
        for (int i = 1; i <= 3; i++) {
            HttpCalls.Response answer =
                    submit(
                            order("demo-" + run + "-4" + i, "BUY", "ETH-USD", "0." + i, "2900"),
                            422);
            teller.answer(answer, answer.text("code") + ": " + answer.text("detail"));
        }
        String page = page("order-rejected");
        teller.event("PagerDuty gets:");
        HttpCalls.json(page).toPrettyString().lines().forEach(teller::event);
        new PagedIncident(api, standIns, teller).tell(page);
    }

    private HttpCalls.Response submit(String order, int expected) throws InterruptedException {
        JsonNode asked = HttpCalls.json(order);
        teller.request(
                "POST /v1/orders  %s %s %s at %s, clOrdId %s"
                        .formatted(
                                asked.path("side").asText(),
                                asked.path("orderQty").asText(),
                                asked.path("symbol").asText(),
                                asked.path("price").asText(),
                                asked.path("clOrdId").asText()));
        HttpCalls.Response answer = api.post("/v1/orders", order);
        check(
                answer.status() == expected,
                "expected %d, found %d %s".formatted(expected, answer.status(), answer.body()));
        return answer;
    }

    /** Shows each change of the order until it is as {@code wanted}. */
    private JsonNode until(String orderId, Predicate<JsonNode> wanted) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        String last = "";
        while (Instant.now().isBefore(deadline)) {
            JsonNode order = api.get("/v1/orders/" + orderId).body();
            String now = shown(order);
            if (!now.equals(last) && !last.isEmpty()) {
                teller.event(now);
            }
            last = now;
            if (wanted.test(order)) {
                return order;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new BrokenException("order %s stayed %s".formatted(orderId, last));
    }

    private String page(String rule) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            Optional<String> page =
                    standIns.pages().stream().filter(p -> p.contains(rule)).findFirst();
            if (page.isPresent()) {
                return page.get();
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new BrokenException("nobody was paged for " + rule);
    }

    /** How many times the broker was sent the order, whatever it answered. */
    private int sent(String orderId) throws InterruptedException {
        for (JsonNode order : broker.get("/control/orders").body().path("orders")) {
            if (order.path("client_order_id").asText().equals(orderId)) {
                return order.path("posted").asInt();
            }
        }
        return 0;
    }

    private void control(String what, String body) throws InterruptedException {
        HttpCalls.Response answer = broker.post("/control/" + what, body);
        check(answer.status() == 200, "the simulator answered " + answer.body());
    }

    private static String status(JsonNode order) {
        return order.path("ordStatus").asText();
    }

    private static String shown(JsonNode order) {
        String filled = order.path("cumQty").asText();
        return filled.equals("0")
                ? status(order)
                : "%s  %s of %s at %s"
                        .formatted(
                                status(order),
                                filled,
                                order.path("orderQty").asText(),
                                order.path("avgPx").asText());
    }

    private static String order(
            String clOrdId, String side, String symbol, String quantity, String price) {
        return """
        {"account":"demo","clOrdId":"%s","symbol":"%s","side":"%s","ordType":"LIMIT",\
        "timeInForce":"GTC","orderQty":"%s","price":"%s","desk":"demo","trader":"you"}\
        """
                .formatted(clOrdId, symbol, side, quantity, price);
    }
}
