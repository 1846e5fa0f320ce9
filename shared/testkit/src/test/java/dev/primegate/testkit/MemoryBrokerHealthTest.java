package dev.primegate.testkit;

import dev.primegate.broker.BrokerHealth;

class MemoryBrokerHealthTest extends BrokerHealthContract {
    @Override
    protected BrokerHealth open() {
        return new MemoryBrokerHealth(clock);
    }
}
