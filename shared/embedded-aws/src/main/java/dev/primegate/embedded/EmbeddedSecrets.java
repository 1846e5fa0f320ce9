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
import java.util.Map;

/** Enough of Secrets Manager to read from, so that the client in front is the real one. */
public final class EmbeddedSecrets implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, String> secrets;

    private EmbeddedSecrets(HttpServer server, Map<String, String> secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    /** Starts it on a free loopback port with {@code secrets}, name to value. */
    public static EmbeddedSecrets start(Map<String, String> secrets) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            EmbeddedSecrets embedded = new EmbeddedSecrets(server, Map.copyOf(secrets));
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

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            String name = request.path("SecretId").asText();
            String value = secrets.get(name);
            ObjectNode body = JSON.createObjectNode();
            if (value == null) {
                body.put("__type", "ResourceNotFoundException");
                body.put("message", "there is no such secret here");
            } else {
                body.put("Name", name).put("SecretString", value).put("VersionId", "1");
            }
            byte[] bytes = JSON.writeValueAsBytes(body);
            exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(value == null ? 400 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
