package dev.primegate.submit;

import dev.primegate.alert.routing.Labels;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The labels in a query, as {@code rule=order-unknown,severity=error}. */
final class AlertLabels {
    private AlertLabels() {}

    static Labels read(@Nullable String text) {
        SortedMap<String, String> labels = new TreeMap<>();
        for (String label : text == null ? new String[] {""} : text.split(",", -1)) {
            int equals = label.indexOf('=');
            if (equals < 1) {
                throw new ProblemException(
                        Problem.of(
                                400,
                                "invalid-parameter",
                                "A parameter is not valid",
                                "labels: expected name=value,name=value, found "
                                        + StrictJson.clip(String.valueOf(text))));
            }
            labels.put(label.substring(0, equals), label.substring(equals + 1));
        }
        return new Labels(labels);
    }
}
