package dev.primegate.simulation;

import dev.primegate.ledger.Booking;
import dev.primegate.ledger.Journal;
import dev.primegate.ledger.JournalEntry;
import dev.primegate.simulation.world.Reply;
import dev.primegate.simulation.world.World;
import java.time.Duration;
import java.util.Optional;

/** The back office: tells the journal the same until it is answered, and then perhaps once more. */
final class Bookkeeper {
    private static final int MOST_SECONDS_APART = 20;

    private final World world;
    private final Invocations invocations;
    private final Journal journal;

    Bookkeeper(World world, Invocations invocations, Journal journal) {
        this.world = world;
        this.invocations = invocations;
        this.journal = journal;
    }

    /** Two persons know nothing of each other: either may be first, and both at once. */
    void begin(FeedPlan.Entry fact) {
        tell(fact.entry(), "one", fact.at());
        if (fact.approved()) {
            tell(fact.entry(), "another", fact.at().plusMillis(world.random().nextInt(30_000)));
        }
    }

    private void tell(JournalEntry entry, String by, Duration at) {
        world.start("bookkeeper", at, Duration.ZERO, () -> repeat(entry, by));
    }

    private void repeat(JournalEntry entry, String by) {
        boolean done = false;
        while (!done) {
            Reply<Booking> reply = new Reply<>();
            invocations.start(
                    "journal",
                    Duration.ofMillis(1 + world.random().nextInt(500)),
                    () -> reply.complete(journal.book(entry, by)));
            Optional<Booking> heard = world.await(reply, Oms.PATIENCE);
            if (heard.isPresent() && heard.get() instanceof Booking.Reused) {
                throw new IllegalStateException(entry.id() + " is said to be another entry's");
            }
            done = heard.isPresent() && world.random().nextInt(5) > 0;
            world.sleep(Duration.ofSeconds(1 + world.random().nextInt(MOST_SECONDS_APART)));
        }
    }
}
