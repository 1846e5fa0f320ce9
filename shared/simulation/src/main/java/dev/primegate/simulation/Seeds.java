package dev.primegate.simulation;

import dev.primegate.simulation.world.Trace;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;

/** Runs seeds, one after the other, on one virtual thread: that is where handing over is cheap. */
public final class Seeds {
    /** What the product logs, in thousands of courses of events, is of no use. */
    private static final Logger QUIET = Logger.getLogger("dev.primegate");

    private Seeds() {}

    /** What the invariants found in all of them; {@code done} hears of each that is over. */
    static Result run(LongStream seeds, LongConsumer done) {
        Result[] sum = {Result.NONE};
        inside(() ->
                seeds.forEach(seed -> {
                    sum[0] = sum[0].plus(one(seed, new Trace(Optional.empty())));
                    done.accept(seed);
                }));
        return sum[0];
    }

    /** The first seed whose invariants do not hold, and its counts; empty if all hold. */
    public static String firstFailing(long from, long to) {
        String[] first = {""};
        inside(() ->
                first[0] =
                        LongStream.range(from, to)
                                .mapToObj(Seeds::failing)
                                .flatMap(Optional::stream)
                                .findFirst()
                                .orElse(""));
        return first[0];
    }

    private static Optional<String> failing(long seed) {
        Result result = one(seed, new Trace(Optional.empty()));
        return result.isClean()
                ? Optional.empty()
                : Optional.of("seed %d: %s".formatted(seed, result.counts()));
    }

    static Result one(long seed, Trace trace) {
        Result found = new Scenario(seed, trace).run().plus(new FeedScenario(seed, trace).run());
        return new Result(
                found.orders(),
                found.sentTwice(),
                found.lost(),
                found.limitBreaches(),
                found.wrongFinal(),
                found.stuck(),
                found.findings().stream().map(line -> "seed " + seed + ": " + line).toList());
    }

    /** On a virtual thread, and done when this returns. */
    static void inside(Runnable work) {
        QUIET.setLevel(Level.OFF);
        Throwable[] failure = {null};
        Thread thread =
                Thread.ofVirtual().uncaughtExceptionHandler((_, e) -> failure[0] = e).start(work);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        if (failure[0] != null) {
            throw new IllegalStateException("the simulation itself failed", failure[0]);
        }
    }
}
