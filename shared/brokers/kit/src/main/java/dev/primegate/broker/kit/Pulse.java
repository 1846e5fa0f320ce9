package dev.primegate.broker.kit;

import dev.primegate.alert.AlertLog;
import dev.primegate.alert.BrokerAlerts;
import dev.primegate.broker.BrokerHealth;
import dev.primegate.broker.BrokerHealth.Standing;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the calls of this instance to a broker that failed one after the other, and says that it
 * is down when they are too many. What it refuses, or asks us to wait for, it is up for.
 */
@Singleton
class Pulse implements Hearing {
    /** In a row, whichever calls they were. */
    static final int TOO_MANY = 5;

    /** Then somebody tries it. */
    static final Duration COOLING = Duration.ofSeconds(30);

    private final Map<BrokerId, Integer> failures = new ConcurrentHashMap<>();
    private final BrokerHealth health;
    private final AlertLog alerts;

    Pulse(BrokerHealth health, AlertLog alerts) {
        this.health = health;
        this.alerts = alerts;
    }

    @Override
    public void heard(Line line, Instant begun, Instant heard, Answer answer) {
        BrokerId broker = line.broker();
        if (!isFailure(answer)) {
            failures.remove(broker);
        } else if (failures.merge(broker, 1, Integer::sum) >= TOO_MANY) {
            failures.remove(broker);
            trip(broker, heard);
        }
    }

    private void trip(BrokerId broker, Instant now) {
        Standing seen = health.standings(List.of(broker)).getOrDefault(broker, Standing.UP);
        if (seen.isUp() && health.trip(broker, seen, now.plus(COOLING))) {
            alerts.raise(BrokerAlerts.down(broker, TOO_MANY, now));
        }
    }

    private static boolean isFailure(Answer answer) {
        return switch (answer) {
            case Answer.Whole whole -> whole.isServerError();
            case Answer.Unsent _, Answer.Broken _ -> true;
            case Answer.Held _ -> false;
        };
    }
}
