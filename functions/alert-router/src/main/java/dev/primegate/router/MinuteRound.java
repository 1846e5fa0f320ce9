package dev.primegate.router;

import dev.primegate.alert.routing.Incident;
import dev.primegate.alert.routing.IncidentBook;
import dev.primegate.alert.routing.Policy;
import dev.primegate.alert.routing.RoutingTree;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Each minute: tells what has become due, and ends what has been quiet for long enough. */
@Singleton
public class MinuteRound {
    private static final Logger LOG = Logger.getLogger(MinuteRound.class);

    private final RoutingTree tree;
    private final IncidentBook book;
    private final Desk desk;
    private final Clock clock;

    MinuteRound(RoutingTree tree, IncidentBook book, Desk desk, Clock clock) {
        this.tree = tree;
        this.book = book;
        this.desk = desk;
        this.clock = clock;
    }

    /** Begins nothing new after {@code deadline}. */
    public void run(Instant deadline) {
        for (Incident incident : book.open()) {
            Instant now = clock.instant();
            if (now.isAfter(deadline)) {
                LOG.warn("event=round-cut-short");
                return;
            }
            try {
                look(incident, now);
            } catch (RuntimeException e) {
                // The next one is told all the same, and this one in a minute.
                LOG.errorf(e, "incident=%s event=round-failed", incident.key());
            }
        }
    }

    private void look(Incident incident, Instant now) {
        if (incident.isOver()) {
            // Ended by a person, through a function that may delete nothing.
            var _ = book.save(incident, Optional.empty(), now);
        } else {
            desk.tell(endIfQuiet(incident, now));
        }
    }

    private Incident endIfQuiet(Incident incident, Instant now) {
        Policy policy = tree.named(incident.route()).policy();
        return incident.isFiring() && incident.isQuiet(policy, now)
                ? desk.change(incident.key(), Incident::ended).orElse(incident)
                : incident;
    }
}
