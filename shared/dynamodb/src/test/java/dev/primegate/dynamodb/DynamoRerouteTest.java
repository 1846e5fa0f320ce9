package dev.primegate.dynamodb;

import dev.primegate.testkit.Books;
import dev.primegate.testkit.RerouteContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoRerouteTest extends RerouteContract {
    @RegisterExtension static final DynamoServer SERVER = new DynamoServer();

    @Override
    protected Books open() {
        return SERVER.open(clock);
    }
}
