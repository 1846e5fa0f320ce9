package dev.primegate.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Orders one after the other, to a broker that takes its time to answer: what they took over HTTP,
 * and at most how much of that was ours. What is not the broker's delay counts as ours, the way to
 * us and back included.
 *
 * @param totals nanoseconds of each
 */
record Delayed(Samples totals, Duration delay) {
    private static final Duration OWN = Duration.ofMillis(100);
    private static final Duration TOTAL = Duration.ofMillis(500);
    private static final int MOST = 95;

    Duration total() {
        return Duration.ofNanos(totals.percentile(MOST));
    }

    Duration own() {
        return total().minus(delay);
    }

    boolean isOwnWithinAim() {
        return own().compareTo(OWN) <= 0;
    }

    boolean isTotalWithinAim() {
        return total().compareTo(TOTAL) <= 0;
    }

    String text() {
        return "%d orders to a broker that answers after %d ms; ms at p95%n"
                        .formatted(totals.count(), delay.toMillis())
                + line("ours, at most", own(), OWN, isOwnWithinAim())
                + line("total", total(), TOTAL, isTotalWithinAim());
    }

    private static String line(String name, Duration took, Duration aim, boolean isMet) {
        return "%-28s%12s, aim %d: %s%n"
                .formatted(
                        name,
                        BigDecimal.valueOf(took.toNanos(), 6).setScale(2, RoundingMode.CEILING),
                        aim.toMillis(),
                        isMet ? "met" : "missed");
    }
}
