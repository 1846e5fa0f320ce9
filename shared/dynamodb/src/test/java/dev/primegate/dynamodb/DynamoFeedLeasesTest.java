package dev.primegate.dynamodb;

import dev.primegate.broker.FeedLeases;
import dev.primegate.testkit.FeedLeasesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoFeedLeasesTest extends FeedLeasesContract {
    @RegisterExtension static final DynamoServer SERVER = new DynamoServer();

    private final Table table = SERVER.table();

    @Override
    protected FeedLeases open() {
        return new DynamoFeedLeases(table, clock);
    }
}
