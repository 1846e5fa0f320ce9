package dev.primegate.ingest;

import dev.primegate.ingest.signature.PublishedKeys;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Keys that a sender publishes under an address. A redirect is not followed. */
record FetchedKeys(URI address) implements PublishedKeys.Source {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Bytes; a few keys take a few thousand. */
    private static final int LARGEST = 1 << 16;

    @Override
    public String fetch() throws IOException {
        // Made for each fetch, which is rare: its threads cannot be part of a native image.
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<InputStream> response =
                    http.send(
                            HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(LARGEST + 1);
                if (response.statusCode() != 200 || bytes.length > LARGEST) {
                    throw new IOException("answered " + response.statusCode());
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
