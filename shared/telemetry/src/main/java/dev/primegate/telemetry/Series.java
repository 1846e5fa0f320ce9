package dev.primegate.telemetry;

import java.util.List;

/**
 * One metric of one broker, code or whatever it is told apart by.
 *
 * @param values one for each of the metric's labels, in their order
 */
public record Series(Metric metric, List<String> values) {
    private static final int LONGEST = 100;

    public Series {
        if (values.size() != metric.labels().size()) {
            throw new IllegalArgumentException(
                    "%s has labels %s, found %s".formatted(metric, metric.labels(), values));
        }
        // CloudWatch takes no empty dimension, and drops the whole line for one.
        values = values.stream().map(Series::fit).toList();
    }

    private static String fit(String value) {
        String text = value.isBlank() ? "none" : value.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
