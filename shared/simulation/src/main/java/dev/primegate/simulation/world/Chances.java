package dev.primegate.simulation.world;

import java.util.SplittableRandom;

/**
 * How often each thing goes wrong, in thousandths, but for the last.
 *
 * @param crash the process dies at a step
 * @param frozen it stands still at a step: {@link World#standStill}
 * @param requestLost a call to the broker never gets there
 * @param requestSlow it gets there up to 40 s late
 * @param answerLost it got there, and its answer gets lost
 * @param notConnected no connection can be had
 * @param brokerFaults an order meets one of the simulator's own faults
 * @param conflict the table refuses a transaction that met another
 * @param storeThrottled the table is too busy
 * @param storeReplyLost the table did it, and its reply gets lost
 * @param storeLate the reply is lost, and the table does it only later
 * @param newsLost a piece of news never comes
 * @param newsTwice it comes again
 * @param newsLate it comes up to 40 s late, after others
 * @param skewMillis how far a process's clock may be off
 */
public record Chances(
        int crash,
        int frozen,
        int requestLost,
        int requestSlow,
        int answerLost,
        int notConnected,
        int brokerFaults,
        int conflict,
        int storeThrottled,
        int storeReplyLost,
        int storeLate,
        int newsLost,
        int newsTwice,
        int newsLate,
        int skewMillis) {
    public static final Chances NONE = new Chances(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** A mix of its own for each seed: a quarter has no faults, others few kinds or many. */
    public static Chances draw(SplittableRandom random) {
        return random.nextInt(4) == 0
                ? NONE
                : new Chances(
                        perhaps(random, 25),
                        perhaps(random, 150),
                        perhaps(random, 200),
                        perhaps(random, 500),
                        perhaps(random, 400),
                        perhaps(random, 100),
                        perhaps(random, 600),
                        perhaps(random, 300),
                        perhaps(random, 200),
                        perhaps(random, 100),
                        perhaps(random, 60),
                        perhaps(random, 1_000),
                        perhaps(random, 400),
                        perhaps(random, 400),
                        perhaps(random, 4_000));
    }

    private static int perhaps(SplittableRandom random, int most) {
        return random.nextBoolean() ? 0 : 1 + random.nextInt(most);
    }

    /** Whether something with this chance happens now. */
    public static boolean hits(SplittableRandom random, int thousandths) {
        return thousandths > 0 && random.nextInt(1_000) < thousandths;
    }
}
