package dev.primegate.runtime;

import dev.primegate.alert.Alert;
import dev.primegate.alert.AlertLog;
import dev.primegate.alert.SecretAlerts;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Tells of each secret that nobody changed for too long: once a day, and that it is over once it
 * was changed. Whoever asked for the secret neither waits for that nor fails by it.
 */
@Singleton
class SecretAges {
    private static final Logger LOG = Logger.getLogger(SecretAges.class);

    /** For so long a new version may be what ended the trouble; another instance told of it. */
    private static final Duration NEW = Duration.ofDays(1);

    private final Duration longest;
    private final AlertLog alerts;
    private final Clock clock;
    private final Background background;

    /** By the secret's name, what was told last. */
    private final Map<String, String> told = new ConcurrentHashMap<>();

    @Inject
    SecretAges(SecretsConfig config, AlertLog alerts, Clock clock, Background background) {
        this(config.longest(), alerts, clock, background);
    }

    SecretAges(Duration longest, AlertLog alerts, Clock clock, Background background) {
        this.longest = longest;
        this.alerts = alerts;
        this.clock = clock;
        this.background = background;
    }

    /** {@code source}, with an eye on the age of what is read there. */
    SecretSource over(SecretSource source) {
        return new SecretSource() {
            @Override
            public String id() {
                return source.id();
            }

            @Override
            public SecretVersion current(String name) {
                SecretVersion version = source.current(name);
                judge(name, version.since());
                return version;
            }

            @Override
            public Optional<Secret> previous(String name) {
                return source.previous(name);
            }
        };
    }

    private void judge(String name, Instant since) {
        Instant now = clock.instant();
        if (!now.isBefore(since.plus(longest))) {
            tell(name, SecretAlerts.old(name, since, now));
        } else if (now.isBefore(since.plus(NEW))) {
            tell(name, SecretAlerts.changed(name, since));
        }
    }

    /** The same is told once by this instance, and once in the table. */
    private void tell(String name, Alert alert) {
        if (!alert.id().equals(told.put(name, alert.id()))) {
            background.run(() -> {
                try {
                    alerts.raise(alert);
                } catch (RuntimeException e) {
                    LOG.errorf(e, "secret=%s event=age-not-told", name);
                    var _ = told.remove(name, alert.id());
                }
            });
        }
    }
}
