package dev.primegate.watch;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Rule;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that is wrong now, as a watcher sees it.
 *
 * @param scope what the rule holds for: a broker, a job
 * @param summary one line for a screen at night
 */
public record Trouble(Rule rule, String scope, String summary, SortedMap<String, String> details) {
    public Trouble {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    public static Trouble of(Rule rule, String scope, String summary, Map<String, String> details) {
        return new Trouble(rule, scope, summary, new TreeMap<>(details));
    }

    /** What a person hears when it begins; one that comes back later is another. */
    public Alert begun(Instant at) {
        return Alert.trigger(
                rule.id(), scope, at.toString(), rule.severity(), summary, at, details);
    }
}
