package dev.primegate.dynamodb;

import dev.primegate.broker.BrokerHealth;
import dev.primegate.testkit.BrokerHealthContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoBrokerHealthTest extends BrokerHealthContract {
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
    protected BrokerHealth open() {
        return new DynamoBrokerHealth(table, clock);
    }
}
