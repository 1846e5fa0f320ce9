package dev.primegate.alert;

import dev.primegate.breaks.Break;
import dev.primegate.breaks.Gravity;
import dev.primegate.breaks.Recorded;
import dev.primegate.breaks.Run;
import java.util.Map;
import java.util.Optional;

/** What a person must hear of a run: one alert for all breaks of a scope, however many. */
public final class BreakAlerts {
    private static final String RULE = "breaks-found";

    private BreakAlerts() {}

    /** Empty if the run told nothing new and something is still open. */
    public static Optional<Alert> of(Run run, Recorded.Done done) {
        if (done.live().isEmpty()) {
            return Optional.of(
                    Alert.resolve(
                            RULE,
                            scope(run),
                            run.id(),
                            "no break is open: " + run.scope(),
                            run.asOf()));
        }
        return done.opened() == 0 ? Optional.empty() : Optional.of(found(run, done));
    }

    private static Alert found(Run run, Recorded.Done done) {
        Break gravest = done.gravest().orElseThrow();
        return Alert.trigger(
                RULE,
                scope(run),
                run.id(),
                severity(gravest.finding().gravity()),
                "%d breaks are open (%d new): %s; the gravest is %s %s, %s at stake"
                        .formatted(
                                done.live().size() + done.dropped(),
                                done.opened(),
                                run.scope(),
                                gravest.finding().cause().code(),
                                gravest.finding().key(),
                                gravest.finding().atStake()),
                run.asOf(),
                Map.of(
                        "broker", run.scope().broker().name(),
                        "account", run.scope().account().name(),
                        "day", run.scope().day().toString(),
                        "gravest", gravest.id().text(),
                        "action", gravest.finding().cause().action()));
    }

    private static Severity severity(Gravity gravity) {
        return switch (gravity) {
            case LOW -> Severity.INFO;
            case MEDIUM -> Severity.WARNING;
            case HIGH -> Severity.ERROR;
        };
    }

    private static String scope(Run run) {
        return run.scope().digest();
    }
}
