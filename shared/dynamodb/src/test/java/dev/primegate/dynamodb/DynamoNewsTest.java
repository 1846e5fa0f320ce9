package dev.primegate.dynamodb;

import dev.primegate.testkit.Books;
import dev.primegate.testkit.NewsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoNewsTest extends NewsContract {
    @RegisterExtension static final DynamoServer SERVER = new DynamoServer();

    @Override
    protected Books open() {
        return SERVER.open(clock);
    }
}
