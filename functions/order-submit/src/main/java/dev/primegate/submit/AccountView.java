package dev.primegate.submit;

import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.BrokerAccount;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** Where one of our accounts is kept. */
@RegisterForReflection
public record AccountView(
        String account, long version, List<AtBroker> brokers, String changedBy, Instant changedAt) {

    static AccountView of(AccountRecord record) {
        return new AccountView(
                record.account().name(),
                record.version(),
                record.brokers().stream().map(AtBroker::of).toList(),
                record.changedBy(),
                record.changedAt());
    }

    /** The account at one broker behind it. */
    @RegisterForReflection
    public record AtBroker(String broker, String number, String secret, boolean takesOrphans) {
        static AtBroker of(BrokerAccount at) {
            return new AtBroker(at.broker().name(), at.number(), at.secret(), at.takesOrphans());
        }
    }
}
