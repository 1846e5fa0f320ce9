package dev.primegate.dynamodb;

import dev.primegate.broker.SharedTokens;
import dev.primegate.testkit.TokensContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoTokensTest extends TokensContract {
    @RegisterExtension static final DynamoServer SERVER = new DynamoServer();

    private final Table table = SERVER.table();

    @Override
    protected SharedTokens open() {
        return new DynamoTokens(table, clock);
    }
}
