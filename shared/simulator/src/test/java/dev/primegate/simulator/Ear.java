package dev.primegate.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client's end of a socket: what it hears, in order, and how the socket ends. */
final class Ear implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 5;

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final Clock clock;
    private final WebSocket socket;

    Ear(URI url, Clock clock) {
        this.clock = clock;
        this.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(url, this).join();
    }

    /** Subscribes and returns at once. */
    void listen(String channel, String... products) {
        say(subscription(channel, products).toString());
    }

    void say(String message) {
        var _ = socket.sendText(message, true).join();
    }

    /** A good one; spoil it to be refused. */
    ObjectNode subscription(String channel, String... products) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String portfolio = channel.equals("orders") ? "11111111-2222-3333-4444-555555555555" : "";
        ObjectNode json =
                JSON.createObjectNode()
                        .put("type", "subscribe")
                        .put("channel", channel)
                        .put("access_key", "sim-access-key")
                        .put("api_key_id", "sim-svc-account")
                        .put("timestamp", timestamp)
                        .put("passphrase", "sim-passphrase")
                        .put("portfolio_id", "11111111-2222-3333-4444-555555555555")
                        .put(
                                "signature",
                                Client.sign(
                                        channel
                                                + "sim-access-key"
                                                + "sim-svc-account"
                                                + timestamp
                                                + portfolio
                                                + String.join("", products)));
        List.of(products).forEach(json.putArray("product_ids")::add);
        return json;
    }

    /** The next message; there must be one within some seconds. */
    JsonNode next() throws InterruptedException {
        JsonNode next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was heard");
        }
        return next;
    }

    /** The next message on {@code channel}; others are passed over. */
    JsonNode next(String channel) throws InterruptedException {
        return next(message -> message.path("channel").asText().equals(channel));
    }

    JsonNode next(Predicate<JsonNode> wanted) throws InterruptedException {
        JsonNode next = next();
        while (!wanted.test(next)) {
            next = next();
        }
        return next;
    }

    /** The one order of the next message about orders. */
    JsonNode nextOrder() throws InterruptedException {
        return next("orders").at("/events/0/orders/0");
    }

    /** How the socket ended: the broker's words, or nothing where it was cut. */
    String end() throws InterruptedException, ExecutionException, TimeoutException {
        return end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket ws, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            try {
                heard.add(JSON.readTree(text.toString()));
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + text, e);
            }
            text.setLength(0);
        }
        ws.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket ws, int status, String reason) {
        end.complete(status + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket ws, Throwable failure) {
        end.complete("");
    }

    @Override
    public void close() {
        socket.abort();
    }
}
