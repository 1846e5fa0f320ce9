package dev.primegate.submit;

import dev.primegate.broker.AccountReports;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.Fetched;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.Balance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Tries a broker's key with a signed read of balances, and says how that went. */
@Singleton
class CheckBroker {
    /** Whoever asks is answered within two seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(1_800);

    private static final Logger LOG = Logger.getLogger(CheckBroker.class);

    private final Brokers<AccountReports> accounts;
    private final Clock clock;
    private final Duration patience;

    @Inject
    CheckBroker(Brokers<AccountReports> accounts, Clock clock) {
        this(accounts, clock, PATIENCE);
    }

    CheckBroker(Brokers<AccountReports> accounts, Clock clock, Duration patience) {
        this.accounts = accounts;
        this.clock = clock;
        this.patience = patience;
    }

    /** Tells nothing of what the broker said but whether it could be read. */
    Health check(BrokerId broker) {
        return accounts.find(broker).map(this::check).orElseGet(Health.Unknown::new);
    }

    private Health check(AccountReports account) {
        Instant begun = clock.instant();
        CompletableFuture<Fetched<List<Balance>>> asked = new CompletableFuture<>();
        // Its retries may take longer than anybody here waits.
        var _ =
                Thread.ofVirtual()
                        .name("check " + account.broker())
                        .start(() -> answer(account, asked));
        Health health = awaited(asked, begun);
        LOG.infof("broker=%s event=checked health=%s", account.broker(), health);
        return health;
    }

    private static void answer(
            AccountReports account, CompletableFuture<Fetched<List<Balance>>> asked) {
        try {
            var _ = asked.complete(account.balances());
        } catch (RuntimeException e) {
            var _ = asked.completeExceptionally(e);
        }
    }

    private Health awaited(CompletableFuture<Fetched<List<Balance>>> asked, Instant begun) {
        try {
            return switch (asked.get(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                case Fetched.Whole<List<Balance>>(var _, Instant at) ->
                        new Health.Up(at, Duration.between(begun, clock.instant()));
                case Fetched.Failed<List<Balance>>(String why) -> new Health.Down(why);
            };
        } catch (TimeoutException _) {
            return new Health.Down("no answer within " + patience);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Health.Down("interrupted");
        } catch (ExecutionException e) {
            // A secret that cannot be read, for one. Its message may name more than callers may
            // know.
            LOG.errorf(e, "event=check-failed");
            return new Health.Down("it could not be asked");
        }
    }

    /** How a broker is. */
    sealed interface Health {
        /**
         * It answered.
         *
         * @param at by its own clock
         */
        record Up(Instant at, Duration took) implements Health {}

        record Down(String why) implements Health {}

        /** There is no such broker. */
        record Unknown() implements Health {}
    }
}
