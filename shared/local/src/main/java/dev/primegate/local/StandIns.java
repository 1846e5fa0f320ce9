package dev.primegate.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for PagerDuty and Slack: takes what they would be sent, and shows it. */
final class StandIns implements AutoCloseable {
    private static final String PAGERDUTY = "/v2/enqueue";
    private static final String SLACK = "/slack";

    private final HttpServer server;
    private final List<String> pages = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();

    private StandIns(HttpServer server) {
        this.server = server;
    }

    static StandIns start(int port) {
        try {
            StandIns standIns =
                    new StandIns(
                            HttpServer.create(
                                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                                    0));
            standIns.server.createContext(PAGERDUTY, standIns::page);
            standIns.server.createContext(SLACK, standIns::message);
            standIns.server.start();
            return standIns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bodies that PagerDuty would have got, first things first. */
    List<String> pages() {
        return List.copyOf(pages);
    }

    /** The bodies that Slack would have got. */
    List<String> messages() {
        return List.copyOf(messages);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Map<String, String> config() {
        return Map.of("quarkus.rest-client.pagerduty.url", url().toString());
    }

    Map<String, String> secrets() {
        return Map.of(
                "primegate/pagerduty",
                "{\"routingKey\":\"0123456789abcdef0123456789abcdef\"}",
                "primegate/slack",
                "{\"url\":\"%s%s\"}".formatted(url(), SLACK));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void page(HttpExchange exchange) throws IOException {
        String body = keep(exchange, pages);
        if (body.isEmpty()) {
            answer(exchange, 200, String.join("\n", pages));
        } else {
            answer(exchange, 202, "{\"status\":\"success\",\"message\":\"Event processed\"}");
        }
    }

    private void message(HttpExchange exchange) throws IOException {
        String body = keep(exchange, messages);
        answer(exchange, 200, body.isEmpty() ? String.join("\n", messages) : "ok");
    }

    private static String keep(HttpExchange exchange, List<String> kept) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!body.isEmpty()) {
            kept.add(body);
        }
        return body;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
