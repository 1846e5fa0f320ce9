package dev.primegate.submit;

import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.BrokerAccount;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Account;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the body of {@code PUT /v1/accounts/{id}}, strictly. */
@Singleton
class AccountDocument {
    private static final Set<String> FIELDS = Set.of("version", "brokers");
    private static final Set<String> BROKER_FIELDS =
            Set.of("broker", "number", "secret", "takesOrphans");
    private static final int MOST_BROKERS = 20;

    private final Brokers<OrderGateway> gateways;
    private final Clock clock;

    AccountDocument(Brokers<OrderGateway> gateways, Clock clock) {
        this.gateways = gateways;
        this.clock = clock;
    }

    /** What follows the version that the body names; throws {@link ProblemException} if wrong. */
    AccountRecord read(byte[] body, Account account, Caller caller) {
        Fields fields = new Fields(StrictJson.object(body), FIELDS);
        Optional<Integer> version =
                fields.required(
                        "version",
                        "the version that stands, 0 if there is none",
                        fields.integer("version", 0, 1_000_000));
        List<BrokerAccount> brokers = brokers(fields);
        refuse(fields);
        try {
            return new AccountRecord(
                    caller.tenant(),
                    account,
                    version.orElseThrow() + 1L,
                    brokers,
                    caller.name(),
                    clock.instant());
        } catch (IllegalArgumentException e) {
            fields.wrong("brokers", "each broker once", "" + e.getMessage());
            refuse(fields);
            throw e;
        }
    }

    private List<BrokerAccount> brokers(Fields fields) {
        List<BrokerAccount> brokers = new ArrayList<>();
        List<Fields> bodies = fields.list("brokers", MOST_BROKERS, BROKER_FIELDS);
        for (int i = 0; i < bodies.size(); i++) {
            Fields one = bodies.get(i);
            broker(one).ifPresent(brokers::add);
            fields.within("brokers[" + i + "]", one);
        }
        return brokers;
    }

    private Optional<BrokerAccount> broker(Fields one) {
        Optional<BrokerId> broker =
                one.named(
                        "broker",
                        "a broker that orders go to",
                        text ->
                                Optional.of(new BrokerId(text))
                                        .filter(name -> gateways.find(name).isPresent()));
        Optional<String> number =
                one.required("number", "the account's name there", one.text("number", 64));
        Optional<String> secret =
                one.required("secret", "the name of its secret", one.text("secret", 200));
        boolean takesOrphans = one.flag("takesOrphans").orElse(false);
        try {
            return one.violations().isEmpty()
                    ? Optional.of(
                            new BrokerAccount(
                                    broker.orElseThrow(),
                                    number.orElseThrow(),
                                    secret.orElseThrow(),
                                    takesOrphans))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            one.wrong("number", "a name without blanks", "" + e.getMessage());
            return Optional.empty();
        }
    }

    private static void refuse(Fields fields) {
        fields.refuse(() ->
                Problem.of(400, "invalid-account", "The account is not valid", fields.first()));
    }
}
