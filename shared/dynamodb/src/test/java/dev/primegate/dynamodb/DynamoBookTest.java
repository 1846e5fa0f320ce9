package dev.primegate.dynamodb;

import dev.primegate.testkit.Books;
import dev.primegate.testkit.RacingBookContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoBookTest extends RacingBookContract {
    @RegisterExtension static final DynamoServer SERVER = new DynamoServer();

    @Override
    protected Books open() {
        return SERVER.open(clock);
    }
}
