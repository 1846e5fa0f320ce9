package dev.primegate.dynamodb;

import dev.primegate.broker.FeedLeases;
import dev.primegate.testkit.FeedLeasesContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoFeedLeasesTest extends FeedLeasesContract {
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
    protected FeedLeases open() {
        return new DynamoFeedLeases(table, clock);
    }
}
