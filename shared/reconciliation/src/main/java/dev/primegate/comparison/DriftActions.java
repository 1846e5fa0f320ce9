package dev.primegate.comparison;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What follows from drift. */
public final class DriftActions {
    private static final String DRIFT = "position-drift";
    private static final String UNKNOWN = "drift-unknown";

    private DriftActions() {}

    /** The account may only reduce, until two persons say otherwise. */
    public static Optional<Halt> halt(Drift drift, HaltScope scope) {
        return switch (drift) {
            case Drift.Beyond(Drift.Report report) ->
                    Optional.of(Halt.reducing(scope, "reconcile", summary(report)));
            case Drift.Within _, Drift.Unknown _ -> Optional.empty();
        };
    }

    /**
     * What a person hears. Where drift is within its limit, that it is; who has heard of no trouble
     * is not told.
     */
    public static Alert alert(Drift drift, HaltScope scope) {
        String cause = drift.times().ours() + "/" + drift.times().brokers();
        return switch (drift) {
            case Drift.Beyond(Drift.Report report) ->
                    Alert.trigger(
                            DRIFT,
                            scope.text(),
                            cause,
                            Severity.CRITICAL,
                            "%s: %s; it may only reduce now".formatted(scope, summary(report)),
                            drift.times().brokers(),
                            details(report));
            case Drift.Unknown(_, String why) ->
                    Alert.trigger(
                            UNKNOWN,
                            scope.text(),
                            cause,
                            Severity.ERROR,
                            "%s: nobody knows whether the books agree: %s".formatted(scope, why),
                            drift.times().brokers(),
                            Map.of("scope", scope.text()));
            case Drift.Within _ ->
                    Alert.resolve(
                            DRIFT,
                            scope.text(),
                            cause,
                            "%s: the books agree".formatted(scope),
                            drift.times().brokers());
        };
    }

    private static String summary(Drift.Report report) {
        return "%s of %s are unexplained in the books of %s and %s"
                .formatted(
                        report.unexplained(),
                        report.portfolio(),
                        report.times().ours(),
                        report.times().brokers());
    }

    private static Map<String, String> details(Drift.Report report) {
        Map<String, String> details = new TreeMap<>();
        report.lines().stream()
                .filter(line -> line.unexplained().signum() != 0)
                .limit(10)
                .forEach(line ->
                        details.put(
                                line.asset(),
                                "ours %s, broker's %s, unexplained %s"
                                        .formatted(
                                                line.ours(), line.brokers(), line.unexplained())));
        return details;
    }
}
