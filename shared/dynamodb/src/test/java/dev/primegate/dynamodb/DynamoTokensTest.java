package dev.primegate.dynamodb;

import dev.primegate.broker.SharedTokens;
import dev.primegate.testkit.TokensContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoTokensTest extends TokensContract {
    private static DynamoBooks.Server server = new DynamoBooks.Server();

    private final Table table = server.table();

    @BeforeAll
    static void startServer() {
        server.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Override
    protected SharedTokens open() {
        return new DynamoTokens(table, clock);
    }
}
