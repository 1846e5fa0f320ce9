package dev.primegate.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** As much of S3 as is called, by its published answers: pages of two, and writes only once. */
final class BucketServer implements AutoCloseable {
    private static final int PAGE = 2;

    private final HttpServer server;
    private final Map<String, Held> objects = new ConcurrentSkipListMap<>();
    private final AtomicInteger failing = new AtomicInteger();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final Set<String> unseen = ConcurrentHashMap.newKeySet();

    BucketServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void put(String key, byte[] content, Instant at) {
        objects.put(key, new Held(new String(content, StandardCharsets.ISO_8859_1), at));
    }

    /** Another's write that no list shows before somebody else has come too late to write it. */
    void putUnseen(String key, byte[] content) {
        put(key, content, Instant.EPOCH);
        unseen.add(key);
    }

    void failNext(int calls) {
        failing.set(calls);
    }

    /** What each call said of who called. */
    List<String> signatures() {
        return List.copyOf(signatures);
    }

    Map<String, Held> objects() {
        return objects;
    }

    private void answer(HttpExchange exchange) throws IOException {
        signatures.add(exchange.getRequestHeaders().getFirst("Authorization"));
        if (failing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            respond(exchange, 503, error("SlowDown"));
            return;
        }
        // The first part of the path is the bucket.
        String path = exchange.getRequestURI().getPath();
        String key = path.substring(Math.min(path.length(), path.indexOf('/', 1) + 1));
        switch (exchange.getRequestMethod()) {
            case "GET" -> {
                if (path.indexOf('/', 1) < 0 || key.isEmpty()) {
                    respond(exchange, 200, list(exchange.getRequestURI().getRawQuery()));
                } else if (objects.containsKey(key)) {
                    respond(
                            exchange,
                            200,
                            objects.get(key).content().getBytes(StandardCharsets.ISO_8859_1));
                } else {
                    respond(exchange, 404, error("NoSuchKey"));
                }
            }
            case "PUT" -> {
                byte[] content = exchange.getRequestBody().readAllBytes();
                boolean once = "*".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
                if (once && objects.containsKey(key)) {
                    unseen.remove(key);
                    respond(exchange, 412, error("PreconditionFailed"));
                } else {
                    put(key, content, Instant.EPOCH);
                    respond(exchange, 200, new byte[0]);
                }
            }
            default -> respond(exchange, 405, error("MethodNotAllowed"));
        }
    }

    private byte[] list(String query) {
        Map<String, String> asked =
                Stream.of(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(
                                Collectors.toMap(
                                        pair -> pair[0],
                                        pair ->
                                                URLDecoder.decode(
                                                        pair[1], StandardCharsets.UTF_8)));
        String after = asked.getOrDefault("continuation-token", "");
        var rest =
                objects.entrySet().stream()
                        .filter(held -> held.getKey().startsWith(asked.get("prefix")))
                        .filter(held -> held.getKey().compareTo(after) > 0)
                        .filter(held -> !unseen.contains(held.getKey()))
                        .toList();
        var page = rest.stream().limit(PAGE).toList();
        String more =
                rest.size() > PAGE
                        ? "<IsTruncated>true</IsTruncated><NextContinuationToken>%s</NextContinuationToken>"
                                .formatted(page.getLast().getKey())
                        : "<IsTruncated>false</IsTruncated>";
        return "<ListBucketResult>%s%s</ListBucketResult>"
                .formatted(
                        more,
                        page.stream()
                                .map(held ->
                                        "<Contents><Key>%s</Key><LastModified>%s</LastModified><Size>%d</Size></Contents>"
                                                .formatted(
                                                        URLEncoder.encode(
                                                                held.getKey(),
                                                                StandardCharsets.UTF_8),
                                                        held.getValue().at(),
                                                        held.getValue().content().length()))
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] error(String code) {
        return "<Error><Code>%s</Code></Error>".formatted(code).getBytes(StandardCharsets.UTF_8);
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** An object as it is kept, a character for each byte. */
    record Held(String content, Instant at) {}
}
