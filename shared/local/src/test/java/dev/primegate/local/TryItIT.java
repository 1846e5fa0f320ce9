package dev.primegate.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on which a newcomer tries the API shows what there is. */
class TryItIT {
    @TempDir private Path folder = Path.of("replaced");

    @Test
    void thePageHasTheDescriptionOfTheApi() throws IOException, InterruptedException {
        URI url = URI.create("http://localhost:" + Ports.free(0, "--port"));
        LocalProcess process =
                LocalProcess.start(
                        folder,
                        "--no-story",
                        "--port",
                        "" + url.getPort(),
                        "--sim-port",
                        "0",
                        "--clear-street-port",
                        "0",
                        "--falconx-port",
                        "0",
                        "--pager-port",
                        "0");
        try {
            process.awaitReady(url);

            JsonNode described = new HttpCalls(url).get("/q/openapi?format=json").body();
            assertThat(described.at("/paths/~1v1~1orders/post/operationId").asText())
                    .isEqualTo("submitOrder");
            assertThat(page(url)).contains("/q/openapi");
        } finally {
            process.kill();
        }
    }

    private static String page(URI url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(url.resolve("/q/swagger-ui/")).build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
