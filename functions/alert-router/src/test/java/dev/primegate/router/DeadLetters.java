package dev.primegate.router;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.primegate.alert.Alert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * A queue of dead letters, the stream they speak of and the function, as AWS's commands see them.
 */
final class DeadLetters implements AutoCloseable {
    static final String QUEUE = "https://sqs.example/undelivered-alerts";

    private static final String FUNCTION =
            "arn:aws:lambda:us-east-1:000000000000:function:alert-router:live";
    private static final String STREAM = "arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/s";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AlertHandler handler;
    private final HttpServer server;

    /** By the number that takes one away again. */
    private final Map<String, JsonNode> letters = new TreeMap<>();

    private final Set<String> hidden = new HashSet<>();
    private final List<ObjectNode> stream = new ArrayList<>();
    private boolean trimmed;

    private DeadLetters(AlertHandler handler, HttpServer server) {
        this.handler = handler;
        this.server = server;
    }

    static DeadLetters start(AlertHandler handler) {
        try {
            InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            DeadLetters letters = new DeadLetters(handler, HttpServer.create(any, 0));
            letters.server.createContext("/", letters::answer);
            letters.server.start();
            return letters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts into {@code folder} what answers to {@code aws}. */
    void writeCommandTo(Path folder) throws IOException {
        Path command = folder.resolve("aws");
        try (var script = DeadLetters.class.getResourceAsStream("/redrive/aws")) {
            var _ = Files.copy(Objects.requireNonNull(script), command);
        }
        var _ =
                Files.setPosixFilePermissions(
                        command, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized List<JsonNode> letters() {
        return List.copyOf(letters.values());
    }

    /** The stream has {@code alerts}, and those from one to another were not taken. */
    synchronized void streamed(List<Alert> alerts, int first, int last) {
        List<DynamodbStreamRecord> records = alerts.stream().map(StreamedAlerts::record).toList();
        records.forEach(record -> stream.add(StreamJson.of(record)));
        ObjectNode body = context("RetryAttemptsExhausted");
        ObjectNode batch = body.putObject("DDBStreamBatchInfo");
        batch.put("shardId", "shardId-1");
        batch.put("startSequenceNumber", records.get(first).getDynamodb().getSequenceNumber());
        batch.put("endSequenceNumber", records.get(last).getDynamodb().getSequenceNumber());
        batch.put("batchSize", last - first + 1);
        batch.put("streamArn", STREAM);
        put(body, JSON.createObjectNode());
    }

    /** The function was called with {@code event} as often as it may be, and failed. */
    synchronized void failed(JsonNode event) {
        ObjectNode body = context("RetriesExhausted");
        body.set("requestPayload", event);
        put(body, JSON.createObjectNode());
    }

    /** EventBridge could not reach the function. */
    synchronized void missed(JsonNode event) {
        ObjectNode attributes = JSON.createObjectNode();
        attributes.putObject("TARGET_ARN").put("StringValue", FUNCTION).put("DataType", "String");
        put(event, attributes);
    }

    /** A day has passed. */
    synchronized void trim() {
        trimmed = true;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode context(String condition) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("requestContext").put("functionArn", FUNCTION).put("condition", condition);
        return body.put("version", "1.0");
    }

    private void put(JsonNode body, ObjectNode attributes) {
        String number = "letter-" + letters.size();
        ObjectNode letter = JSON.createObjectNode();
        letter.put("MessageId", number).put("ReceiptHandle", number).put("Body", body.toString());
        letter.set("MessageAttributes", attributes);
        letters.put(number, letter);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] said = JSON.writeValueAsBytes(said(JSON.readTree(exchange.getRequestBody())));
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
        }
    }

    private synchronized ObjectNode said(JsonNode asked) {
        JsonNode words = asked.path("words");
        return switch (words.path(1).asText()) {
            case "receive-message" -> say(receive());
            case "delete-message" -> {
                letters.remove(value(words, "--receipt-handle"));
                yield say(JSON.createObjectNode());
            }
            case "get-shard-iterator" ->
                    trimmed
                            ? JSON.createObjectNode().put("error", "TrimmedDataAccessException")
                            : say(
                                    JSON.createObjectNode()
                                            .put(
                                                    "ShardIterator",
                                                    value(words, "--sequence-number")));
            case "get-records" -> say(page(value(words, "--shard-iterator")));
            case "invoke" -> invoke(asked.path("payload"));
            default -> throw new IllegalStateException("nobody asks that: " + words);
        };
    }

    /** The function runs; the letters that are hidden come into sight again after a run. */
    private ObjectNode receive() {
        ObjectNode said = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> letter : letters.entrySet()) {
            if (hidden.add(letter.getKey())) {
                said.putArray("Messages").add(letter.getValue());
                return said;
            }
        }
        hidden.clear();
        return said;
    }

    /** One record of the stream at a time. */
    private ObjectNode page(String iterator) {
        ObjectNode said = JSON.createObjectNode();
        ArrayNode records = said.putArray("Records");
        for (ObjectNode record : stream) {
            String number = record.at("/dynamodb/SequenceNumber").asText();
            if (number.compareTo(iterator) >= 0 && records.isEmpty()) {
                records.add(record);
            } else if (!records.isEmpty()) {
                return said.put("NextShardIterator", number);
            }
        }
        return said;
    }

    private ObjectNode invoke(JsonNode event) {
        try {
            StreamsEventResponse answer = handler.handleRequest(event, new MinuteLeft());
            ObjectNode file = JSON.createObjectNode();
            ArrayNode failures = file.putArray("batchItemFailures");
            answer.getBatchItemFailures()
                    .forEach(one ->
                            failures.addObject().put("itemIdentifier", one.getItemIdentifier()));
            return say(JSON.createObjectNode().put("StatusCode", 200)).put("file", file.toString());
        } catch (IllegalStateException e) {
            return say(JSON.createObjectNode().put("FunctionError", "Unhandled"))
                    .put("file", String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode say(ObjectNode said) {
        ObjectNode answer = JSON.createObjectNode();
        answer.set("said", said);
        return answer;
    }

    private static String value(JsonNode words, String option) {
        for (int i = 0; i < words.size() - 1; i++) {
            if (words.path(i).asText().equals(option)) {
                return words.path(i + 1).asText();
            }
        }
        throw new IllegalStateException("expected %s in %s".formatted(option, words));
    }
}
