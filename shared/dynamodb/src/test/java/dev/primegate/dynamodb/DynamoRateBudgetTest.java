package dev.primegate.dynamodb;

import dev.primegate.broker.RateBudget;
import dev.primegate.testkit.RateBudgetContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoRateBudgetTest extends RateBudgetContract {
    @RegisterExtension static final DynamoServer SERVER = new DynamoServer();

    private final Table table = SERVER.table();

    @Override
    protected RateBudget open() {
        return new DynamoRateBudget(table, clock);
    }
}
