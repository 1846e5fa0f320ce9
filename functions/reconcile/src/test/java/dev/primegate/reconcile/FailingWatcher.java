package dev.primegate.reconcile;

import dev.primegate.alert.Rule;
import dev.primegate.watch.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A watcher that sees, or fails, as a test wants. */
final class FailingWatcher implements Watcher {
    boolean fails;
    boolean sees;

    @Override
    public Rule rule() {
        return Rule.RATE_BUDGET;
    }

    @Override
    public List<Trouble> look(Instant now) {
        if (fails) {
            throw new IllegalStateException("the table does not answer");
        }
        return sees ? List.of(Trouble.of(rule(), "b", "much", Map.of())) : List.of();
    }
}
