package dev.primegate.router;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.primegate.embedded.AwsForTests;
import dev.primegate.embedded.TableStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/** PagerDuty and Slack on loopback, that answer as a test wants, and embedded AWS. */
public class FakeDesk extends AwsForTests {
    static final List<JsonNode> PAGES = new CopyOnWriteArrayList<>();
    static final List<JsonNode> MESSAGES = new CopyOnWriteArrayList<>();

    /** What PagerDuty answers next; 202 when there is nothing here. */
    static final Deque<Integer> PAGER_ANSWERS = new ConcurrentLinkedDeque<>();

    /** What Slack answers next; 200 when there is nothing here. */
    static final Deque<Integer> SLACK_ANSWERS = new ConcurrentLinkedDeque<>();

    private static Optional<FakeDesk> running = Optional.empty();

    private Optional<HttpServer> server = Optional.empty();

    static void clear() {
        PAGES.clear();
        MESSAGES.clear();
        PAGER_ANSWERS.clear();
        SLACK_ANSWERS.clear();
    }

    static TableStream stream() {
        return running.orElseThrow().tableStream();
    }

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext(
                    "/v2/enqueue", exchange -> take(exchange, PAGES, PAGER_ANSWERS, 202));
            started.createContext(
                    "/services/T/B/X", exchange -> take(exchange, MESSAGES, SLACK_ANSWERS, 200));
            started.start();
            server = Optional.of(started);
            running = Optional.of(this);
            String url = "http://127.0.0.1:" + started.getAddress().getPort();
            super.init(
                    Map.of(
                            "primegate/pagerduty",
                            "{\"routingKey\":\"e93facc04764012d7bfb002500d5d1a6\"}",
                            "primegate/slack",
                            "{\"url\":\"%s/services/T/B/X\"}".formatted(url)));
            Map<String, String> config = new HashMap<>(super.start());
            config.put("quarkus.rest-client.pagerduty.url", url);
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        server.ifPresent(s -> s.stop(0));
        super.stop();
    }

    private static void take(
            HttpExchange exchange, List<JsonNode> bodies, Deque<Integer> answers, int usual)
            throws IOException {
        try (exchange) {
            bodies.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            Integer answer = answers.poll();
            exchange.sendResponseHeaders(answer == null ? usual : answer, -1);
        }
    }
}
