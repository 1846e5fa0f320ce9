package dev.primegate.reconcile.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A node over a real socket, as strict as the ones there are: it knows the methods and paths of its
 * kind, in their exact form, and answers nothing else.
 */
public final class Node implements AutoCloseable {
    private static final Map<String, Integer> PARAMETERS =
            Map.of(
                    "eth_chainId", 0,
                    "eth_syncing", 0,
                    "eth_blockNumber", 0,
                    "eth_getTransactionReceipt", 1,
                    "eth_getTransactionByHash", 1);
    private static final Set<String> OF_A_HASH =
            Set.of("eth_getTransactionReceipt", "eth_getTransactionByHash");

    private final HttpServer server;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> answers = new HashMap<>();
    private int status = 200;

    private Node() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.start();
    }

    /** Chain 1, at block 1000, in step. */
    public static Node evm() {
        Node node = new Node();
        node.server.createContext("/", node::evm);
        return node.says("eth_chainId", "\"0x1\"")
                .says("eth_syncing", "false")
                .says("eth_blockNumber", "\"0x3e8\"");
    }

    /** At height 1000. */
    public static Node esplora() {
        Node node = new Node();
        node.server.createContext("/", node::esplora);
        return node.says("/api/blocks/tip/height", "1000");
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it answers to a method and its parameter, or to a path; JSON. */
    public Node says(String question, String answer) {
        answers.put(question, answer);
        return this;
    }

    Node fails(int with) {
        status = with;
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void evm(HttpExchange exchange) throws IOException {
        JsonNode request = json.readTree(exchange.getRequestBody());
        String method = request.path("method").asText();
        JsonNode parameters = request.path("params");
        boolean lawful =
                exchange.getRequestMethod().equals("POST")
                        && exchange.getRequestURI().getPath().equals("/")
                        && "application/json"
                                .equals(exchange.getRequestHeaders().getFirst("Content-Type"))
                        && request.path("jsonrpc").asText().equals("2.0")
                        && parameters.isArray()
                        && parameters.size() == PARAMETERS.getOrDefault(method, -1)
                        && (!OF_A_HASH.contains(method)
                                || parameters.get(0).asText().matches("0x[0-9a-f]{64}"));
        if (!lawful) {
            answer(exchange, 200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32602}}");
            return;
        }
        String question = parameters.isEmpty() ? method : method + " " + parameters.get(0).asText();
        answer(
                exchange,
                status,
                "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}"
                        .formatted(request.path("id"), answers.getOrDefault(question, "null")));
    }

    private void esplora(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String found = exchange.getRequestMethod().equals("GET") ? answers.get(path) : null;
        if (status != 200) {
            answer(exchange, status, "busy");
        } else if (found == null) {
            answer(exchange, 404, "Transaction not found");
        } else {
            answer(exchange, 200, found);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().put("Content-Type", List.of("application/json"));
        exchange.getResponseHeaders().put("Location", List.of("/elsewhere"));
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
