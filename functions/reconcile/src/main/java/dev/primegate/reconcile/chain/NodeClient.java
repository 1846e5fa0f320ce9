package dev.primegate.reconcile.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/**
 * Speaks to one node: over TLS, to a host that is allowed, following no redirection, and reading no
 * more than an honest answer has. Whatever goes wrong is a {@link NoAnswerException}.
 */
final class NodeClient {
    /** The largest block's transaction has less. */
    private static final int MOST_BYTES = 4 << 20;

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final JsonMapper json =
            JsonMapper.builder(
                            com.fasterxml.jackson.core.JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(32)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();
    private final HttpClient http;
    private final URI base;
    private final Duration patience;

    NodeClient(URI base, Set<String> allowed, Duration patience) {
        String host = String.valueOf(base.getHost());
        if (!allowed.contains(host)) {
            throw new IllegalArgumentException("the host %s is not allowed".formatted(host));
        }
        if (!"https".equals(base.getScheme()) && !LOOPBACK.contains(host)) {
            throw new IllegalArgumentException("%s is not asked over TLS".formatted(host));
        }
        this.base = base;
        this.patience = patience;
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /** Why nothing is known. */
    static final class NoAnswerException extends Exception {
        private static final long serialVersionUID = 1;

        NoAnswerException(String why) {
            super(why);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    /** An answer with its status; the body is one of JSON only if the status is 200. */
    record Answered(int status, JsonNode body) {}

    Answered get(String path) throws NoAnswerException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    JsonNode post(String body) throws NoAnswerException {
        Answered answer =
                send(
                        HttpRequest.newBuilder(base)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.status() != 200) {
            throw new NoAnswerException("the node answered HTTP " + answer.status());
        }
        return answer.body();
    }

    private Answered send(HttpRequest.Builder request) throws NoAnswerException {
        try {
            HttpResponse<byte[]> answer =
                    http.send(
                            request.timeout(patience).header("Accept", "application/json").build(),
                            BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            return new Answered(
                    answer.statusCode(),
                    answer.statusCode() == 200
                            ? json.readTree(text)
                            : json.getNodeFactory().textNode(text));
        } catch (JsonProcessingException _) {
            throw new NoAnswerException("the node's answer is no JSON");
        } catch (IOException e) {
            throw new NoAnswerException("the node gave no answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("the question was interrupted");
        }
    }
}
