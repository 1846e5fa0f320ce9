package dev.primegate.dynamodb;

import dev.primegate.testkit.Books;
import dev.primegate.testkit.MarksContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoMarksTest extends MarksContract {
    @RegisterExtension static final DynamoServer SERVER = new DynamoServer();

    @Override
    protected Books open() {
        return SERVER.open(clock);
    }
}
