package dev.primegate.reconcile;

import dev.primegate.alert.Rule;
import dev.primegate.watch.Standing;
import dev.primegate.watch.Trouble;
import dev.primegate.watch.WatchBook;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Lets every watcher look, and tells what began and what is over since the last time. */
@Singleton
class Watch {
    private static final Logger LOG = Logger.getLogger(Watch.class);

    private final List<Watcher> watchers;
    private final WatchBook book;
    private final Clock clock;

    Watch(@All List<Watcher> watchers, WatchBook book, Clock clock) {
        this.watchers = List.copyOf(watchers);
        this.book = book;
        this.clock = clock;
    }

    /** A watcher that cannot look is a trouble itself, and ends nothing that it had told of. */
    Tally watch() {
        Instant now = clock.instant();
        List<Standing> standing = book.standing();
        List<Trouble> blind = new ArrayList<>();
        Tally tally = Tally.NONE;
        for (Watcher watcher : watchers) {
            try {
                tally = tally.plus(settle(watcher.rule(), watcher.look(now), standing, now));
            } catch (RuntimeException e) {
                LOG.errorf(e, "rule=%s event=watch-failed", watcher.rule().id());
                blind.add(blind(watcher.rule(), e));
                tally = tally.plus(Tally.Outcome.FAILED);
            }
        }
        return tally.plus(settle(Rule.WATCH_FAILED, blind, standing, now));
    }

    private Tally settle(Rule rule, List<Trouble> found, List<Standing> standing, Instant now) {
        Tally tally = Tally.NONE;
        for (Trouble trouble : found) {
            boolean known = standing.stream().anyMatch(one -> one.is(trouble));
            tally = tally.plus(told(!known && book.begin(trouble, now)));
        }
        for (Standing one : standing) {
            boolean over = one.rule().equals(rule.id()) && found.stream().noneMatch(one::is);
            if (over) {
                tally = tally.plus(told(book.end(one, now)));
            }
        }
        return tally;
    }

    private static Tally.Outcome told(boolean told) {
        return told ? Tally.Outcome.MOVED : Tally.Outcome.AGREES;
    }

    private static Trouble blind(Rule rule, RuntimeException why) {
        return Trouble.of(
                Rule.WATCH_FAILED,
                rule.id(),
                "nobody looks for %s: %s".formatted(rule.id(), why.getClass().getSimpleName()),
                Map.of("watcher", rule.id()));
    }
}
