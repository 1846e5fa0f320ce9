package dev.primegate.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A line of the table of {@link Alerts}. */
record AlertRow(String name, long told, long once, long ended, Samples after) {
    static AlertRow of(String name, List<Heard> heard) {
        return new AlertRow(
                name,
                heard.stream().filter(Heard::isTold).count(),
                heard.stream().filter(one -> one.openings() == 1).count(),
                heard.stream().filter(Heard::isOver).count(),
                Samples.of(
                        heard.stream()
                                .flatMap(one -> one.after().stream())
                                .mapToLong(Duration::toMillis)
                                .toArray()));
    }

    static String table(int count, List<AlertRow> rows) {
        return "%d CRITICAL alerts at a time; ms from the call that caused it until it was heard%n%n"
                        .formatted(count)
                + line("", "told", "once", "resolved", "p50", "p95")
                + rows.stream().map(AlertRow::text).collect(Collectors.joining())
                + line("aim, at most", "", "", "", "", "1000");
    }

    private String text() {
        return line(
                name,
                Long.toString(told),
                Long.toString(once),
                Long.toString(ended),
                Long.toString(after.percentile(50)),
                Long.toString(after.percentile(95)));
    }

    private static String line(
            String name, String told, String once, String ended, String p50, String p95) {
        return "%-38s%8s%8s%10s%10s%10s%n".formatted(name, told, once, ended, p50, p95);
    }
}
