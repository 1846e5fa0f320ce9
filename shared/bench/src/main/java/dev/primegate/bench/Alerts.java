package dev.primegate.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * How long it takes until somebody hears: accounts are halted over the API, which is a CRITICAL
 * alert each, and PagerDuty and Slack hear of it by the table, its stream and the router.
 */
final class Alerts {
    /** Slack takes one message a second; alerts that come faster measure its queue. */
    private static final Duration APART = Duration.ofMillis(1_100);

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** One call in two is not taken, or its answer does not come. */
    private static final List<String> FAULTS =
            List.of("NONE", "BUSY", "NONE", "GONE", "NONE", "BROKEN", "NONE", "MUTE");

    private final Halts halts;
    private final Destinations destinations;
    private int begun;

    private Alerts(Product product) {
        this.halts = new Halts(product);
        this.destinations = new Destinations(product);
    }

    /** The table, of {@code count} alerts on a good day and as many on a bad one. */
    static String report(Path jar, int count) throws IOException, InterruptedException {
        try (Product product = Product.startWhole(jar)) {
            Alerts alerts = new Alerts(product);
            List<AlertRow> rows = new ArrayList<>();
            rows.addAll(alerts.run("", count, List.of()));
            rows.addAll(alerts.run(", one call in two failing", count, repeated(count)));
            return AlertRow.table(count, rows);
        }
    }

    private static List<String> repeated(int count) {
        List<String> faults = new ArrayList<>();
        while (faults.size() < count) {
            faults.addAll(FAULTS);
        }
        return faults;
    }

    private List<AlertRow> run(String day, int count, List<String> faults)
            throws IOException, InterruptedException {
        for (String channel : Destinations.CHANNELS) {
            destinations.plan(channel, faults);
        }
        Map<String, Instant> troubles = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            String scope = Halts.scope("bench-%d".formatted(begun++));
            troubles.put(scope, Instant.now());
            halts.halt(scope, "REDUCING");
            TimeUnit.NANOSECONDS.sleep(APART.toNanos());
        }
        await(troubles, Heard::isTold);
        for (String scope : troubles.keySet()) {
            halts.resume(scope);
        }
        await(troubles, Heard::isOver);
        List<AlertRow> rows = new ArrayList<>();
        for (String channel : Destinations.CHANNELS) {
            rows.add(AlertRow.of(channel + day, destinations.heard(channel, troubles)));
        }
        return rows;
    }

    private void await(Map<String, Instant> troubles, Predicate<Heard> done)
            throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        for (String channel : Destinations.CHANNELS) {
            while (!destinations.heard(channel, troubles).stream().allMatch(done)) {
                if (Instant.now().isAfter(deadline)) {
                    throw new IllegalStateException(
                            "%s was not told: %s"
                                    .formatted(channel, destinations.heard(channel, troubles)));
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }
}
