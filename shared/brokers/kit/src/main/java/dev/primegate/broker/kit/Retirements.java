package dev.primegate.broker.kit;

import dev.primegate.alert.Alert;
import dev.primegate.alert.AlertLog;
import dev.primegate.alert.BrokerAlerts;
import dev.primegate.instrument.BrokerId;
import dev.primegate.runtime.Background;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells that a broker is about to retire what we call, by the headers of <a
 * href="https://www.rfc-editor.org/rfc/rfc9745">RFC 9745</a> and <a
 * href="https://www.rfc-editor.org/rfc/rfc8594">RFC 8594</a>; once a day for each broker.
 */
@Singleton
class Retirements implements Hearing {
    private static final Logger LOG = Logger.getLogger(Retirements.class);

    private final Map<BrokerId, LocalDate> told = new ConcurrentHashMap<>();
    private final AlertLog alerts;
    private final Background background;

    Retirements(AlertLog alerts, Background background) {
        this.alerts = alerts;
        this.background = background;
    }

    @Override
    public void heard(Line line, Instant begun, Instant heard, Answer answer) {
        if (answer instanceof Answer.Whole whole && whole.retirement().isPresent()) {
            LocalDate today = LocalDate.ofInstant(heard, ZoneOffset.UTC);
            // Every answer has the header: the table must not hear of each.
            if (!today.equals(told.put(line.broker(), today))) {
                Alert alert = BrokerAlerts.retiring(line.broker(), whole.retirement().get(), heard);
                // What this answer says of an order is to be written down first.
                background.run(() -> tell(line.broker(), today, alert));
            }
        }
    }

    private void tell(BrokerId broker, LocalDate today, Alert alert) {
        try {
            alerts.raise(alert);
        } catch (RuntimeException e) {
            LOG.errorf(e, "broker=%s event=retirement-not-told", broker);
            var _ = told.remove(broker, today);
        }
    }

    /** What both headers say; empty if neither is there. */
    static Optional<String> words(@Nullable String deprecation, @Nullable String sunset) {
        if (deprecation == null && sunset == null) {
            return Optional.empty();
        }
        return Optional.of(
                Answer.clip(
                        "Deprecation: %s, Sunset: %s"
                                .formatted(
                                        deprecation == null ? "not said" : deprecation,
                                        sunset == null ? "not said" : sunset)));
    }
}
