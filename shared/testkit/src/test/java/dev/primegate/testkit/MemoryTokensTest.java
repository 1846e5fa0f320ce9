package dev.primegate.testkit;

import dev.primegate.broker.SharedTokens;

class MemoryTokensTest extends TokensContract {
    @Override
    protected SharedTokens open() {
        return new MemoryTokens(clock);
    }
}
