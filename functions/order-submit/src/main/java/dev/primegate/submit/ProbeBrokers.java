package dev.primegate.submit;

import dev.primegate.alert.AlertLog;
import dev.primegate.alert.BrokerAlerts;
import dev.primegate.broker.AccountReports;
import dev.primegate.broker.BrokerHealth;
import dev.primegate.broker.BrokerHealth.Standing;
import dev.primegate.broker.BrokerHealth.State;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.Fetched;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Tries brokers that are down with a signed read, one caller in all, and puts those that answer
 * back to use. An order is never what a broker is tried with.
 */
@Singleton
class ProbeBrokers {
    private static final Logger LOG = Logger.getLogger(ProbeBrokers.class);

    /** A read and all its retries. */
    private static final Duration PROBE = Duration.ofSeconds(40);

    private static final Duration COOLING = Duration.ofSeconds(30);

    private final BrokerHealth health;
    private final Brokers<AccountReports> accounts;
    private final AlertLog alerts;
    private final Clock clock;

    ProbeBrokers(
            BrokerHealth health, Brokers<AccountReports> accounts, AlertLog alerts, Clock clock) {
        this.health = health;
        this.accounts = accounts;
        this.alerts = alerts;
        this.clock = clock;
    }

    void run() {
        List<BrokerId> brokers = accounts.all().stream().map(AccountReports::broker).toList();
        health.standings(brokers).forEach(this::probe);
    }

    private void probe(BrokerId broker, Standing seen) {
        Instant now = clock.instant();
        if (!seen.isDueForProbe(now)) {
            return;
        }
        Standing claimed = health.claim(broker, seen, now.plus(PROBE));
        if (claimed.equals(seen) || claimed.state() != State.HALF) {
            return; // Somebody else tries it.
        }
        boolean answers =
                accounts.find(broker).orElseThrow().balances() instanceof Fetched.Whole<?>;
        LOG.infof("broker=%s event=probed answers=%s", broker, answers);
        if (!answers) {
            boolean _ = health.trip(broker, claimed, clock.instant().plus(COOLING));
        } else if (health.restore(broker, claimed)) {
            alerts.raise(BrokerAlerts.up(broker, clock.instant()));
        }
    }
}
