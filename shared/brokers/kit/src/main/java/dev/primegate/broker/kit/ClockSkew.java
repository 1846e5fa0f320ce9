package dev.primegate.broker.kit;

import dev.primegate.alert.AlertLog;
import dev.primegate.alert.BrokerAlerts;
import dev.primegate.instrument.BrokerId;
import dev.primegate.telemetry.Meters;
import dev.primegate.telemetry.Metric;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far our clock and each broker's are apart, from the {@code Date} of every answer. It knows
 * whole seconds, and that the broker looked at its clock while we waited; so it says the least that
 * they can be apart. Each instance of a function measures for itself, since each has a clock of its
 * own; before its first answer it knows nothing, and the broker's own window protects it.
 */
@Singleton
public class ClockSkew implements Hearing {
    /** From here on a person is told. */
    static final Duration WARN = Duration.ofSeconds(5);

    /** From here on nothing is signed: brokers refuse 30 s, and absence is judged by less. */
    static final Duration STOP = Duration.ofSeconds(20);

    /** An older measurement is none: somebody must try, or it would never be measured again. */
    private static final Duration HOLDS = Duration.ofMinutes(1);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Map<BrokerId, Measured> latest = new ConcurrentHashMap<>();
    private final AlertLog alerts;
    private final Meters meters;

    public ClockSkew(AlertLog alerts, Meters meters) {
        this.alerts = alerts;
        this.meters = meters;
    }

    @Override
    public void heard(Line line, Instant begun, Instant heard, Answer answer) {
        if (answer instanceof Answer.Whole whole && whole.date().isPresent()) {
            Duration apart = apart(whole.date().get(), begun, heard);
            meters.time(Metric.CLOCK_SKEW, apart, line.broker().name());
            Measured before = latest.put(line.broker(), new Measured(apart, heard));
            tell(line.broker(), apart, Optional.ofNullable(before), heard);
        }
    }

    /** How far they are apart, if that is too far for signing. */
    public Optional<Duration> tooFar(BrokerId broker, Instant now) {
        return Optional.ofNullable(latest.get(broker))
                .filter(measured -> measured.isWithin(HOLDS, now))
                .map(Measured::apart)
                .filter(apart -> apart.compareTo(STOP) >= 0);
    }

    /** A date is cut to its second, so it stands for anything before the next. */
    private static Duration apart(Instant date, Instant begun, Instant heard) {
        Duration behind = Duration.between(heard, date);
        Duration ahead = Duration.between(date.plus(SECOND), begun);
        Duration most = behind.compareTo(ahead) > 0 ? behind : ahead;
        return most.isNegative() ? Duration.ZERO : most;
    }

    private void tell(BrokerId broker, Duration apart, Optional<Measured> before, Instant at) {
        boolean wasFar = before.filter(m -> m.apart().compareTo(WARN) >= 0).isPresent();
        if (apart.compareTo(WARN) >= 0) {
            alerts.raise(BrokerAlerts.skewed(broker, apart, apart.compareTo(STOP) >= 0, at));
        } else if (wasFar) {
            alerts.raise(BrokerAlerts.inStep(broker, at));
        }
    }

    private record Measured(Duration apart, Instant at) {
        boolean isWithin(Duration age, Instant now) {
            return now.isBefore(at.plus(age)) && !now.isBefore(at.minus(age));
        }
    }
}
