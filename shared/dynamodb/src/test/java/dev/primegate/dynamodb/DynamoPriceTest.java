package dev.primegate.dynamodb;

import dev.primegate.testkit.Books;
import dev.primegate.testkit.PriceContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoPriceTest extends PriceContract {
    @RegisterExtension static final DynamoServer SERVER = new DynamoServer();

    @Override
    protected Books open() {
        return SERVER.open(clock);
    }
}
