package dev.primegate.simulation;

import dev.primegate.ledger.JournalEntry;
import dev.primegate.simulation.world.Chances;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What one seed of the feeds is about.
 *
 * @param trades what is executed, and when
 * @param entries what the journal is told
 * @param outage from when nobody reads feeds for a while
 * @param habits how the broker's ways of telling go wrong
 */
record FeedPlan(
        List<Trade> trades,
        List<Entry> entries,
        Optional<Duration> outage,
        Chances chances,
        Habits habits) {
    /** How many orders each way of telling has. */
    static final int ORDERS = 3;

    /** Trades happen for so long. */
    static final Duration TRADING = Duration.ofMinutes(18);

    /** Longer than a run and the overlap of two sweeps. */
    static final Duration OUTAGE = Duration.ofMinutes(12);

    /**
     * One execution.
     *
     * @param hooked whether a webhook tells of it, and nothing else
     * @param undo if it does not stand
     */
    record Trade(int number, int order, boolean hooked, Duration at, Optional<Undo> undo) {}

    /**
     * The end of an execution that should not have been.
     *
     * @param corrected whether another takes its place
     */
    record Undo(Duration after, boolean corrected) {}

    /**
     * A fact for the journal.
     *
     * @param approved whether a second person says the same
     */
    record Entry(JournalEntry entry, Duration at, boolean approved) {
        /** Whether it moves positions. */
        boolean counts() {
            return approved || !entry.kind().needsTwoPersons();
        }
    }

    /**
     * In thousandths, but for the last.
     *
     * @param untold a frame is left out, and nothing shows it
     * @param twice a frame comes again
     * @param late a frame comes up to 40 s late, after others
     * @param cut a connection ends, in each five seconds
     * @param deaf a connection stands and brings nothing
     * @param unanswered a question about executions fails
     * @param lagSeconds how long the records may hide an execution
     */
    record Habits(
            int untold, int twice, int late, int cut, int deaf, int unanswered, int lagSeconds) {
        static final Habits NONE = new Habits(0, 0, 0, 0, 0, 0, 0);
    }

    static FeedPlan draw(SplittableRandom random) {
        List<Trade> trades = new ArrayList<>();
        int count = 15 + random.nextInt(40);
        SplittableRandom undone = random.split();
        for (int i = 0; i < count; i++) {
            trades.add(
                    new Trade(
                            i,
                            random.nextInt(ORDERS),
                            random.nextInt(4) == 0,
                            Duration.ofMillis(5_000 + random.nextLong(TRADING.toMillis())),
                            undo(undone)));
        }
        boolean calm = random.nextInt(6) == 0;
        return new FeedPlan(
                trades,
                Entries.draw(random.split()),
                random.nextInt(3) == 0
                        ? Optional.of(Duration.ofMillis(random.nextLong(300_000)))
                        : Optional.empty(),
                calm ? Chances.NONE : Chances.draw(random),
                calm ? Habits.NONE : habits(random));
    }

    private static Optional<Undo> undo(SplittableRandom random) {
        return random.nextInt(5) == 0
                ? Optional.of(
                        new Undo(Duration.ofMillis(random.nextLong(120_000)), random.nextBoolean()))
                : Optional.empty();
    }

    private static Habits habits(SplittableRandom random) {
        return new Habits(
                perhaps(random, 800),
                perhaps(random, 500),
                perhaps(random, 500),
                perhaps(random, 300),
                perhaps(random, 400),
                perhaps(random, 850),
                perhaps(random, 90));
    }

    private static int perhaps(SplittableRandom random, int most) {
        return random.nextBoolean() ? 0 : 1 + random.nextInt(most);
    }
}
