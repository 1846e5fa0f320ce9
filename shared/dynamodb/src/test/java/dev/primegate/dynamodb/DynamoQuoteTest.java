package dev.primegate.dynamodb;

import dev.primegate.testkit.Books;
import dev.primegate.testkit.QuoteContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoQuoteTest extends QuoteContract {
    private static DynamoBooks.Server server = new DynamoBooks.Server();

    @BeforeAll
    static void startServer() {
        server.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Override
    protected Books open() {
        return server.open(clock);
    }
}
