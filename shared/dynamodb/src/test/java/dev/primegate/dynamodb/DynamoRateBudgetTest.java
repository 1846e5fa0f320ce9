package dev.primegate.dynamodb;

import dev.primegate.broker.RateBudget;
import dev.primegate.testkit.RateBudgetContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoRateBudgetTest extends RateBudgetContract {
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
    protected RateBudget open() {
        return new DynamoRateBudget(table, clock);
    }
}
