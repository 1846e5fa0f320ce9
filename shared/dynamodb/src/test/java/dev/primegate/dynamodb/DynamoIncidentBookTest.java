package dev.primegate.dynamodb;

import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.testkit.IncidentBookContract;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoIncidentBookTest extends IncidentBookContract {
    @RegisterExtension static final DynamoServer SERVER = new DynamoServer();

    @Override
    protected IncidentBook openBook() {
        return SERVER.open(Clock.systemUTC()).incidents();
    }
}
