package dev.primegate.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Table, stream and secrets, and the configuration that points a function at them. */
public final class EmbeddedAws implements AutoCloseable {
    private static final String TABLE = "primegate";
    private static final String DEFINITION = "dev/primegate/dynamodb/table.json";

    private final EmbeddedDynamo dynamo;
    private final EmbeddedSecrets secrets;

    private EmbeddedAws(EmbeddedDynamo dynamo, EmbeddedSecrets secrets) {
        this.dynamo = dynamo;
        this.secrets = secrets;
    }

    /**
     * Starts it all, with the table made.
     *
     * @param folder where the table is kept; in memory if there is none
     */
    public static EmbeddedAws start(Optional<Path> folder, Map<String, String> secrets) {
        EmbeddedDynamo dynamo = EmbeddedDynamo.start(folder);
        try (var client = dynamo.client()) {
            new TableDefinition(definition()).create(client, TABLE);
        }
        return new EmbeddedAws(dynamo, EmbeddedSecrets.start(secrets));
    }

    public EmbeddedDynamo dynamo() {
        return dynamo;
    }

    public String table() {
        return TABLE;
    }

    /** The settings under which a function finds these instead of AWS. */
    public Map<String, String> config() {
        Map<String, String> config = new HashMap<>();
        config.put("primegate.table.name", TABLE);
        pointTo(config, "quarkus.dynamodb", dynamo.uri());
        pointTo(config, "quarkus.secretsmanager", secrets.uri());
        return Map.copyOf(config);
    }

    @Override
    public void close() {
        secrets.close();
        dynamo.close();
    }

    private static void pointTo(Map<String, String> config, String client, URI endpoint) {
        String credentials = client + ".aws.credentials.static-provider.";
        config.put(client + ".endpoint-override", endpoint.toString());
        config.put(client + ".aws.region", "eu-west-1");
        config.put(client + ".aws.credentials.type", "static");
        config.put(credentials + "access-key-id", "local");
        config.put(credentials + "secret-access-key", "local");
    }

    private static String definition() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream json = loader.getResourceAsStream(DEFINITION)) {
            if (json == null) {
                throw new IllegalStateException(DEFINITION + " is not on the class path");
            }
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
