package dev.primegate.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Calls of one server. Nothing is asked twice, and no redirect is followed. */
final class Http {
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private final HttpClient client;
    private final URI base;
    private final Signer signer;

    Http(HttpClient client, URI base, Map<String, String> headers) {
        this(client, base, (_, _, _) -> headers);
    }

    Http(HttpClient client, URI base, Signer signer) {
        this.client = client;
        this.base = base;
        this.signer = signer;
    }

    /** What a request says of who sends it. */
    @FunctionalInterface
    interface Signer {
        Map<String, String> headers(String method, URI url, Optional<String> body);
    }

    URI at(String path) {
        return URI.create(base.toString().replaceAll("/$", "") + path);
    }

    /** Throws {@link UnreachableException} if there is no answer. */
    Answer call(String method, String path, Optional<String> body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at(path))
                        .timeout(PATIENCE)
                        .method(
                                method,
                                body.map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
        signer.headers(method, at(path), body).forEach(request::header);
        body.ifPresent(_ -> request.header("Content-Type", "application/json"));
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    Json.read(answer.body()),
                    answer.headers().firstValue("Idempotent-Replayed").isPresent());
        } catch (IOException e) {
            throw new UnreachableException("%s %s: %s".formatted(method, at(path), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted", e);
        }
    }

    /** A part of a path or query. */
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Nobody answered; a change may have been made all the same. */
    static final class UnreachableException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnreachableException(String message) {
            super(message);
        }

        UnreachableException(String message, Exception cause) {
            super(message, cause);
        }
    }
}
