package dev.primegate.alert.routing;

import dev.primegate.alert.Alert;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What alerts are told apart by: their details, and {@code rule}, {@code scope}, {@code severity}.
 */
public record Labels(SortedMap<String, String> values) {
    public Labels {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Labels of(Alert alert) {
        SortedMap<String, String> values = new TreeMap<>(alert.details());
        values.put("rule", alert.rule());
        values.put("scope", alert.dedupKey().substring(alert.rule().length() + 1));
        values.put("severity", alert.severity().name().toLowerCase(Locale.ROOT));
        return new Labels(values);
    }

    /** The value of {@code name}; empty if there is none, and a matcher sees it so. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** Only those with these names, each there even if empty. */
    public Labels only(Collection<String> names) {
        SortedMap<String, String> some = new TreeMap<>();
        names.forEach(name -> some.put(name, get(name)));
        return new Labels(some);
    }

    /** As {@code broker=coinbase-prime,rule=broker-down}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : ",").append(name).append('=').append(value));
        return text.toString();
    }
}
