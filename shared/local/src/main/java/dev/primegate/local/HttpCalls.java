package dev.primegate.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls over HTTP as anybody else would make them. */
final class HttpCalls {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** More than a function gets, so that it is the one to say that it ran out of time. */
    private static final Duration LONGEST = Duration.ofSeconds(35);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    HttpCalls(URI base) {
        this.base = base;
    }

    Response get(String path) throws InterruptedException {
        return send(request(path).GET());
    }

    Response post(String path, String body) throws InterruptedException {
        return send("POST", path, body);
    }

    Response put(String path, String body) throws InterruptedException {
        return send("PUT", path, body);
    }

    private Response send(String method, String path, String body) throws InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(LONGEST);
    }

    private Response send(HttpRequest.Builder request) throws InterruptedException {
        try {
            long begun = System.nanoTime();
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Response(
                    answer.statusCode(),
                    json(answer.body()),
                    answer.headers().firstValue("Idempotent-Replayed").isPresent(),
                    Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + body, e);
        }
    }

    /** An answer; {@code replayed} says that the request was known. */
    record Response(int status, JsonNode body, boolean replayed, Duration took) {
        String text(String field) {
            return body.path(field).asText();
        }
    }
}
