package dev.primegate.simulation;

import java.util.List;

/**
 * What the invariants found in one seed, or in many.
 *
 * @param orders what the OMS asked for
 * @param sentTwice orders of which more than one request reached the broker
 * @param lost promised to the OMS or alive at the broker, and not in the book
 * @param limitBreaches headroom below zero, exposure beyond a limit, an intent within a halt
 * @param wrongFinal the book and the broker do not end alike, or a figure does not add up
 * @param stuck orders that never came to an end
 * @param findings each in words
 */
public record Result(
        long orders,
        long sentTwice,
        long lost,
        long limitBreaches,
        long wrongFinal,
        long stuck,
        List<String> findings) {
    public static final Result NONE = new Result(0, 0, 0, 0, 0, 0, List.of());

    /** How many findings of many are kept. */
    private static final int KEPT = 20;

    public boolean isClean() {
        return sentTwice + lost + limitBreaches + wrongFinal + stuck == 0;
    }

    public Result plus(Result other) {
        return new Result(
                orders + other.orders,
                sentTwice + other.sentTwice,
                lost + other.lost,
                limitBreaches + other.limitBreaches,
                wrongFinal + other.wrongFinal,
                stuck + other.stuck,
                java.util.stream.Stream.concat(findings.stream(), other.findings.stream())
                        .limit(KEPT)
                        .toList());
    }

    /** The one line that a run ends with, but for the seeds. */
    public String counts() {
        return "orders=%d sent_twice=%d lost=%d limit_breaches=%d wrong_final=%d stuck=%d"
                .formatted(orders, sentTwice, lost, limitBreaches, wrongFinal, stuck);
    }
}
