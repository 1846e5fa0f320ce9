package dev.primegate.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Enough of Secrets Manager to read and write, so that the client in front is the real one. */
public final class EmbeddedSecrets implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PUT = "secretsmanager.PutSecretValue";

    private final HttpServer server;
    private final Map<String, Versions> secrets = new ConcurrentHashMap<>();

    private EmbeddedSecrets(HttpServer server, Map<String, String> secrets) {
        this.server = server;
        secrets.forEach(this::put);
    }

    /** Starts it on a free loopback port with {@code secrets}, name to value. */
    public static EmbeddedSecrets start(Map<String, String> secrets) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            EmbeddedSecrets embedded = new EmbeddedSecrets(server, secrets);
            server.createContext("/", embedded::answer);
            server.start();
            return embedded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Makes {@code value} the current version; what was current is the previous one. */
    public void put(String name, String value) {
        secrets.compute(
                name,
                (_, before) ->
                        new Versions(
                                value,
                                Optional.ofNullable(before).map(Versions::current),
                                Instant.now()));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            String name = request.path("SecretId").asText();
            if (PUT.equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))) {
                put(name, request.path("SecretString").asText());
            }
            Optional<Versions> versions = Optional.ofNullable(secrets.get(name));
            boolean before = request.path("VersionStage").asText().equals("AWSPREVIOUS");
            Optional<String> value =
                    before ? versions.flatMap(Versions::previous) : versions.map(Versions::current);
            ObjectNode body = JSON.createObjectNode();
            if (value.isEmpty()) {
                body.put("__type", "ResourceNotFoundException");
                body.put("message", "there is no such secret here");
            } else {
                body.put("Name", name).put("SecretString", value.get()).put("VersionId", "1");
                body.put("CreatedDate", versions.orElseThrow().since().getEpochSecond());
            }
            byte[] bytes = JSON.writeValueAsBytes(body);
            exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(value.isEmpty() ? 400 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private record Versions(String current, Optional<String> previous, Instant since) {}
}
