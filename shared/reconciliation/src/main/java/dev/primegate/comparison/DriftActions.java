package dev.primegate.comparison;

import dev.primegate.alert.Rule;
import dev.primegate.instrument.BrokerId;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import dev.primegate.watch.Standing;
import dev.primegate.watch.Trouble;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What follows from drift. */
public final class DriftActions {
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
     * What is wrong, if anything is: of one account at one broker, so that the books of another
     * broker end nothing here.
     */
    public static Optional<Trouble> trouble(Drift drift, HaltScope scope, BrokerId broker) {
        return switch (drift) {
            case Drift.Beyond(Drift.Report report) ->
                    Optional.of(
                            Trouble.of(
                                    Rule.POSITION_DRIFT,
                                    place(scope, broker),
                                    "%s at %s: %s; it may only reduce"
                                            .formatted(scope, broker, summary(report)),
                                    details(report)));
            case Drift.Unknown(_, String why) ->
                    Optional.of(
                            Trouble.of(
                                    Rule.DRIFT_UNKNOWN,
                                    place(scope, broker),
                                    "%s at %s: nobody knows whether the books agree: %s"
                                            .formatted(scope, broker, why),
                                    Map.of("scope", scope.text(), "broker", broker.name())));
            case Drift.Within _ -> Optional.empty();
        };
    }

    /**
     * Whether {@code drift} ends what stands. Who does not know ends nothing; who knows of a
     * difference knows.
     */
    public static boolean ends(Drift drift, Standing standing, HaltScope scope, BrokerId broker) {
        boolean unknown = standing.rule().equals(Rule.DRIFT_UNKNOWN.id());
        boolean apart = standing.rule().equals(Rule.POSITION_DRIFT.id());
        return standing.scope().equals(place(scope, broker))
                && switch (drift) {
                    case Drift.Within _ -> unknown || apart;
                    case Drift.Beyond _ -> unknown;
                    case Drift.Unknown _ -> false;
                };
    }

    private static String place(HaltScope scope, BrokerId broker) {
        return scope.text() + "@" + broker.name();
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
