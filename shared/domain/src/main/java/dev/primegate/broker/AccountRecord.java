package dev.primegate.broker;

import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where one of our accounts is kept, as it stands since somebody last changed it.
 *
 * @param version 1 when it was first written, one more with each change
 */
public record AccountRecord(
        Tenant tenant,
        Account account,
        long version,
        List<BrokerAccount> brokers,
        String changedBy,
        Instant changedAt) {
    public AccountRecord {
        brokers = List.copyOf(brokers);
        if (brokers.stream().map(BrokerAccount::broker).distinct().count() < brokers.size()) {
            throw new IllegalArgumentException("a broker is named twice");
        }
    }

    public Optional<BrokerAccount> at(BrokerId broker) {
        return brokers.stream().filter(b -> b.broker().equals(broker)).findFirst();
    }
}
