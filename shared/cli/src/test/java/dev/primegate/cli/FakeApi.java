package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers over HTTP with what it was told to, and keeps what it was asked. */
final class FakeApi implements AutoCloseable {
    /** One request that came. */
    record Asked(String line, String person, String token, String body) {
        JsonNode json() {
            return Json.read(body);
        }
    }

    private record Reply(int status, String body) {}

    private final HttpServer server;
    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final List<Asked> asked = new ArrayList<>();

    FakeApi() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        on("GET /v1/ops/environment", 200, environment("SANDBOX"));
    }

    static String environment(String world) {
        return """
        {"environment":"test","world":"%s","release":7,"caller":"ann","tenant":"fund"}
        """
                .formatted(world);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What {@code line} is answered with; said again, the next time. The last one stays. */
    FakeApi on(String line, int status, String body) {
        replies.computeIfAbsent(line, _ -> new ArrayDeque<>()).add(new Reply(status, body));
        return this;
    }

    /** In place of all that was said of it before. */
    FakeApi only(String line, int status, String body) {
        replies.remove(line);
        return on(line, status, body);
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    List<String> lines() {
        return asked.stream().map(Asked::line).toList();
    }

    Asked last() {
        return asked.getLast();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        var headers = exchange.getRequestHeaders();
        asked.add(
                new Asked(
                        line,
                        String.valueOf(headers.getFirst("X-Demo-Person")),
                        String.valueOf(headers.getFirst("Authorization")),
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Deque<Reply> left =
                replies.getOrDefault(
                        line,
                        new ArrayDeque<>(List.of(new Reply(404, "{\"code\":\"not-found\"}"))));
        Reply reply = left.size() > 1 ? left.removeFirst() : left.getFirst();
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
