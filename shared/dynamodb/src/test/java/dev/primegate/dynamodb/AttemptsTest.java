package dev.primegate.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.primegate.proof.Proves;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** How often a table that is out of order is asked, the SDK's own attempts counted. */
class AttemptsTest {
    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server = start();
    private Table table = table();

    @BeforeEach
    void listen() {
        server.createContext(
                "/",
                exchange -> {
                    calls.incrementAndGet();
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(500, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    @Proves({"E3", "X38"})
    void aCallIsMadeFourTimes() {
        Key key = new Key("O#1", "S");

        assertThatThrownBy(() -> table.get(key)).isInstanceOf(DynamoDbException.class);
        assertThat(calls).hasValue(4);
        assertThatThrownBy(() -> table.put(Item.at(key))).isInstanceOf(DynamoDbException.class);
        assertThat(calls).hasValue(8);
    }

    @Test
    @Proves({"E3", "X38"})
    void aTransactionIsMadeEightTimesByItselfAndNeverByTheSdk() {
        Transactions transactions = new Transactions(table, _ -> {}, new Random(1), () -> "token");

        Transactions.Result result =
                transactions.write(
                        List.of(Write.putIfAbsent(table.name(), Item.at(new Key("O#1", "S")))));

        assertThat(result).isInstanceOf(Transactions.Result.Busy.class);
        assertThat(calls.get()).isBetween(4, 8);
    }

    private Table table() {
        return new Table(
                new Clients().client(builder()), new Clients().untried(builder()), () -> "table");
    }

    private DynamoDbClientBuilder builder() {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.EU_WEST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                .httpClient(UrlConnectionHttpClient.create());
    }

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
