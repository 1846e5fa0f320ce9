package dev.primegate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.primegate.proof.Proves;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

class SecretAttemptsTest {
    @Test
    @Proves("E3")
    void aSecretIsAskedForFourTimes() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    calls.incrementAndGet();
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(500, -1);
                    exchange.close();
                });
        server.start();
        try (SecretsManagerClient client =
                new SecretsClient()
                        .client(
                                SecretsManagerClient.builder()
                                        .endpointOverride(
                                                URI.create(
                                                        "http://127.0.0.1:"
                                                                + server.getAddress().getPort()))
                                        .region(Region.EU_WEST_1)
                                        .credentialsProvider(
                                                StaticCredentialsProvider.create(
                                                        AwsBasicCredentials.create("a", "b")))
                                        .httpClient(UrlConnectionHttpClient.create()))) {
            SecretsManager store = new SecretsManager(() -> client);

            assertThatThrownBy(() -> store.current("name"))
                    .isInstanceOf(Secrets.SecretUnavailableException.class);
            assertThat(calls).hasValue(4);
        } finally {
            server.stop(0);
        }
    }
}
