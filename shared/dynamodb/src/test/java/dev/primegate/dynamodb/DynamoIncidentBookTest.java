package dev.primegate.dynamodb;

import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.testkit.IncidentBookContract;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DynamoIncidentBookTest extends IncidentBookContract {
    private static final DynamoBooks.Server SERVER = new DynamoBooks.Server();

    @BeforeAll
    static void startServer() {
        SERVER.start();
    }

    @AfterAll
    static void stopServer() {
        SERVER.close();
    }

    @Override
    protected IncidentBook openBook() {
        return SERVER.open(Clock.systemUTC()).incidents();
    }
}
