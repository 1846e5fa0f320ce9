package dev.primegate.dynamodb;

import dev.primegate.broker.BrokerHealth;
import dev.primegate.testkit.BrokerHealthContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoBrokerHealthTest extends BrokerHealthContract {
    @RegisterExtension static final DynamoServer SERVER = new DynamoServer();

    private final Table table = SERVER.table();

    @Override
    protected BrokerHealth open() {
        return new DynamoBrokerHealth(table, clock);
    }
}
