package dev.primegate.dynamodb;

import dev.primegate.testkit.Books;
import dev.primegate.testkit.QuoteContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoQuoteTest extends QuoteContract {
    @RegisterExtension static final DynamoServer SERVER = new DynamoServer();

    @Override
    protected Books open() {
        return SERVER.open(clock);
    }
}
