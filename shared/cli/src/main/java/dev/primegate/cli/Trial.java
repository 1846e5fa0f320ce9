package dev.primegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tries a broker's sandbox with its keys: a token, and a read with it. Nothing is changed there.
 */
final class Trial {
    /** How it ended; only the first is a pass. */
    enum Verdict {
        PASSED,
        FAILED,
        /** Its keys are not here. */
        SKIPPED,
        /** It is opened to those who ask. */
        BY_REQUEST,
        /** There is no such environment. */
        NONE
    }

    /**
     * What is known then.
     *
     * @param why in words, without anything that the broker said but its status
     */
    record Result(Verdict verdict, String why) {}

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client;
    private final Map<String, String> environment;

    Trial(HttpClient client, Map<String, String> environment) {
        this.client = client;
        this.environment = environment;
    }

    /** Of one row of the matrix. */
    Result of(JsonNode row) {
        return switch (row.path("kind").asText()) {
            case "NONE" -> new Result(Verdict.NONE, row.path("why").asText());
            case "BY_REQUEST" -> new Result(Verdict.BY_REQUEST, row.path("why").asText());
            case "KEYS" -> withKeys(row);
            default ->
                    throw new RefusedException(
                            "expected KEYS, BY_REQUEST or NONE, found " + row.path("kind"));
        };
    }

    private Result withKeys(JsonNode row) {
        List<String> absent =
                row.path("keys")
                        .valueStream()
                        .map(JsonNode::asText)
                        .filter(name -> environment.getOrDefault(name, "").isEmpty())
                        .toList();
        if (!absent.isEmpty()) {
            return new Result(Verdict.SKIPPED, "not set: " + String.join(", ", absent));
        }
        try {
            Answer token = send(tokenRequest(row));
            String bearer = token.text("access_token");
            if (!token.isGood() || bearer.isEmpty()) {
                return new Result(Verdict.FAILED, "no token: HTTP " + token.status());
            }
            URI read =
                    URI.create(
                            row.path("read")
                                    .asText()
                                    .replace("{account}", Http.part(key(row, "account"))));
            Answer answer =
                    send(HttpRequest.newBuilder(read).header("Authorization", "Bearer " + bearer));
            return answer.isGood()
                    ? new Result(Verdict.PASSED, "signed on, and read what it holds")
                    : new Result(Verdict.FAILED, "not read: HTTP " + answer.status());
        } catch (IOException e) {
            return new Result(Verdict.FAILED, "no answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(Verdict.FAILED, "interrupted");
        }
    }

    private HttpRequest.Builder tokenRequest(JsonNode row) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", key(row, "id"));
        fields.put("client_secret", key(row, "secret"));
        if (row.has("audience")) {
            fields.put("audience", row.path("audience").asText());
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(row.path("token").asText()));
        return row.path("form").asText().equals("json")
                ? request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.line(Json.of(fields))))
                : request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(urlencoded(fields)));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), Json.read(answer.body()), false);
    }

    private String key(JsonNode row, String which) {
        return environment.getOrDefault(row.path("keys").path(which).asText(), "");
    }

    private static String urlencoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + Http.part(field.getValue()))
                .collect(Collectors.joining("&"));
    }
}
