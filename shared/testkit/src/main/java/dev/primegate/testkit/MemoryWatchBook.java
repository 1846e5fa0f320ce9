package dev.primegate.testkit;

import dev.primegate.alert.AlertLog;
import dev.primegate.watch.Standing;
import dev.primegate.watch.Trouble;
import dev.primegate.watch.WatchBook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What the watchers have told of, in memory. */
public final class MemoryWatchBook implements WatchBook {
    private final Map<String, Standing> standing = new ConcurrentSkipListMap<>();
    private final AlertLog alerts;

    public MemoryWatchBook(AlertLog alerts) {
        this.alerts = alerts;
    }

    @Override
    public List<Standing> standing() {
        return List.copyOf(standing.values());
    }

    @Override
    public boolean begin(Trouble trouble, Instant now) {
        Standing begun = new Standing(trouble.rule().id(), trouble.scope(), now);
        boolean first = standing.putIfAbsent(key(begun), begun) == null;
        if (first) {
            alerts.raise(trouble.begun(now));
        }
        return first;
    }

    @Override
    public boolean end(Standing over, Instant now) {
        boolean there = standing.remove(key(over), over);
        if (there) {
            alerts.raise(over.ended(now));
        }
        return there;
    }

    private static String key(Standing standing) {
        return standing.rule() + ":" + standing.scope();
    }
}
