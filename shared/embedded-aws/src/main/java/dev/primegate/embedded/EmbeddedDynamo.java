package dev.primegate.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** Amazon's own DynamoDB Local, on a free loopback port. */
public final class EmbeddedDynamo implements AutoCloseable {
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private final Server server;
    private final LocalDynamoDBRequestHandler requests;

    private EmbeddedDynamo(Server server, LocalDynamoDBRequestHandler requests) {
        this.server = server;
        this.requests = requests;
    }

    /** Starts it with its data in {@code folder}, or in memory. */
    public static EmbeddedDynamo start(Optional<Path> folder) {
        try {
            if (folder.isPresent()) {
                Files.createDirectories(folder.get());
            }
            Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            LocalDynamoDBRequestHandler requests =
                    new LocalDynamoDBRequestHandler(
                            0,
                            folder.isEmpty(),
                            folder.map(Path::toString).orElse(null),
                            true,
                            false);
            server.setHandler(new LocalDynamoDBServerHandler(requests, null));
            start(server);
            return new EmbeddedDynamo(server, requests);
        } catch (IOException e) {
            throw new IllegalStateException("DynamoDB Local cannot use its folder", e);
        }
    }

    public URI uri() {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return URI.create("http://localhost:" + port);
    }

    public DynamoDbClient client() {
        return DynamoDbClient.builder()
                .endpointOverride(uri())
                .region(Region.EU_WEST_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    public DynamoDbStreamsClient streamsClient() {
        return DynamoDbStreamsClient.builder()
                .endpointOverride(uri())
                .region(Region.EU_WEST_1)
                .credentialsProvider(CREDENTIALS)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** Stops it; its threads would keep the process alive. */
    @Override
    public void close() {
        try {
            server.stop();
            requests.shutdown();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not stop", e);
        }
    }

    private static void start(Server server) {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local does not start", e);
        }
    }
}
