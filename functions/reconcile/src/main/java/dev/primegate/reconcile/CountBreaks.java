package dev.primegate.reconcile;

import dev.primegate.breaks.Break;
import dev.primegate.breaks.BreakLog;
import dev.primegate.breaks.BreakState;
import dev.primegate.broker.AccountMaster;
import dev.primegate.telemetry.Meters;
import dev.primegate.telemetry.Metric;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says how many differences nobody has explained yet, by broker and cause. */
@Singleton
class CountBreaks {
    /** Of an account; more than anybody works through, and a count of that many says enough. */
    private static final int MOST = 1_000;

    private final AccountMaster accounts;
    private final BreakLog breaks;
    private final Meters meters;

    /** What was told before, so that its end is told too. */
    private final TreeSet<Kind> told = new TreeSet<>();

    CountBreaks(AccountMaster accounts, BreakLog breaks, Meters meters) {
        this.accounts = accounts;
        this.breaks = breaks;
        this.meters = meters;
    }

    /** Counts those that are there now. */
    synchronized void count() {
        Map<Kind, Long> open =
                unexplained()
                        .collect(
                                Collectors.groupingBy(
                                        Kind::of, TreeMap::new, Collectors.counting()));
        told.addAll(open.keySet());
        for (Kind kind : told) {
            meters.level(Metric.BREAKS, open.getOrDefault(kind, 0L), kind.broker(), kind.cause());
        }
    }

    private Stream<Break> unexplained() {
        BreakLog.Query live = new BreakLog.Query(false, MOST);
        return accounts.all().stream()
                .flatMap(of -> breaks.list(of.tenant(), of.account(), live).stream())
                .filter(one -> isUnexplained(one.state()));
    }

    private static boolean isUnexplained(BreakState state) {
        return switch (state) {
            case OPEN, INVESTIGATING -> true;
            case EXPLAINED, CLOSED -> false;
        };
    }

    /** What is told apart. */
    private record Kind(String broker, String cause) implements Comparable<Kind> {
        static Kind of(Break one) {
            return new Kind(one.scope().broker().name(), one.finding().cause().code());
        }

        @Override
        public int compareTo(Kind other) {
            int byBroker = broker.compareTo(other.broker);
            return byBroker != 0 ? byBroker : cause.compareTo(other.cause);
        }
    }
}
