package dev.primegate.submit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.primegate.embedded.AwsForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every broker that has a folder, with a worthless key in its secret, and a server in its place
 * that counts who calls.
 */
public class EveryBroker extends AwsForTests {
    static final Path FOLDER = Path.of("..", "..", "shared", "brokers");

    private static final Path SETTINGS =
            Path.of("..", "..", "shared", "docs", "reference", "configuration.md");

    private static final AtomicInteger CALLS = new AtomicInteger();

    /** Base64 of nothing secret, since some keys must be base64. */
    private static final String WORTHLESS = "d29ydGhsZXNz";

    private final HttpServer server;

    public EveryBroker() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often any broker was called. */
    static int calls() {
        return CALLS.get();
    }

    /** Brokers by name, each with what infra must know of it. */
    static Map<String, JsonNode> folders() {
        Map<String, JsonNode> found = new TreeMap<>();
        try (Stream<Path> folders = Files.list(FOLDER)) {
            for (Path folder : folders.toList()) {
                Path file = folder.resolve("broker.json");
                if (Files.exists(file)) {
                    JsonNode json = new ObjectMapper().readTree(file.toFile());
                    found.put(folder.getFileName().toString(), json);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    @Override
    public void init(Map<String, String> args) {
        Map<String, String> secrets = new HashMap<>();
        folders()
                .forEach((name, json) ->
                        secrets.put(secret(name), key(json.path("secret").path("trade"))));
        super.init(secrets);
    }

    @Override
    public Map<String, String> start() {
        server.createContext(
                "/",
                exchange -> {
                    CALLS.incrementAndGet();
                    exchange.sendResponseHeaders(500, -1);
                    exchange.close();
                });
        server.start();
        Map<String, String> config = new HashMap<>(super.start());
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        for (String name : folders().keySet()) {
            addresses(name).forEach(setting -> config.put(setting, url));
            config.put("primegate.broker." + name + ".secret", secret(name));
        }
        return config;
    }

    @Override
    public void stop() {
        server.stop(0);
        super.stop();
    }

    private static String secret(String broker) {
        return "primegate/" + broker + "/trade";
    }

    /** The settings that say where it is, as the table of all of them has them. */
    private static List<String> addresses(String broker) {
        Pattern setting = Pattern.compile("`(primegate\\.broker\\." + broker + "\\.[a-z-]*url)`");
        try {
            return setting.matcher(Files.readString(SETTINGS))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(JsonNode fields) {
        ObjectNode key = new ObjectMapper().createObjectNode();
        fields.forEach(field -> key.put(field.asText(), WORTHLESS));
        return key.toString();
    }
}
