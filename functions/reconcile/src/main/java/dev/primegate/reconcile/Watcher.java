package dev.primegate.reconcile;

import dev.primegate.alert.Rule;
import dev.primegate.watch.Trouble;
import java.time.Instant;
import java.util.List;

/** Looks for one kind of trouble. */
interface Watcher {
    Rule rule();

    /** All the trouble there is now: what was told of and is not among it is over. */
    List<Trouble> look(Instant now);
}
