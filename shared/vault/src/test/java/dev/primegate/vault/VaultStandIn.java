package dev.primegate.vault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Answers as Vault's HTTP API is documented to, over a real socket: from files, one for each path
 * and version, and 404 without errors for what is not there.
 */
public class VaultStandIn implements QuarkusTestResourceLifecycleManager {
    static final String TOKEN = "hvs.stand-in";

    private static final List<String> SEEN = new CopyOnWriteArrayList<>();

    private HttpServer server;

    public VaultStandIn() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The requests so far, each with its query. */
    static List<String> seen() {
        return List.copyOf(SEEN);
    }

    static void forget() {
        SEEN.clear();
    }

    @Override
    public Map<String, String> start() {
        server.createContext("/", VaultStandIn::answer);
        server.start();
        return Map.of(
                "quarkus.vault.url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "quarkus.vault.authentication.client-token",
                TOKEN);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            SEEN.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            boolean known = TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"));
            byte[] file = known ? file(exchange.getRequestURI().toString()) : new byte[0];
            byte[] body =
                    file.length > 0
                            ? file
                            : (known ? "{\"errors\":[]}" : "{\"errors\":[\"permission denied\"]}")
                                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(file.length > 0 ? 200 : known ? 404 : 403, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] file(String uri) throws IOException {
        String name = uri.replaceFirst("^/v1/", "").replace('/', '_').replace("?version=", "@");
        try (InputStream file = VaultStandIn.class.getResourceAsStream("/" + name + ".json")) {
            return file == null ? new byte[0] : file.readAllBytes();
        }
    }
}
