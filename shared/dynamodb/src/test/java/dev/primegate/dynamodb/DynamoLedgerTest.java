package dev.primegate.dynamodb;

import dev.primegate.testkit.Books;
import dev.primegate.testkit.LedgerContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoLedgerTest extends LedgerContract {
    @RegisterExtension static final DynamoServer SERVER = new DynamoServer();

    @Override
    protected Books open() {
        return SERVER.open(clock);
    }
}
