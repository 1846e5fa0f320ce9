package dev.primegate.simulator.wire;

import dev.primegate.money.Decimal10;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Faults by chance: each kind takes its share of all new orders; the same seed, the same faults.
 */
public final class Swarm {
    // A share has at most ten places, so it is a whole number of these.
    private static final long WHOLE = 10_000_000_000L;

    private final SplittableRandom random;
    private final Map<Fault.Kind, Decimal10> shares;

    /**
     * Takes shares of one.
     *
     * @throws RefusedException if they add up to more than one
     */
    public Swarm(long seed, Map<Fault.Kind, Decimal10> shares) {
        Decimal10 sum = shares.values().stream().reduce(Decimal10.ZERO, Decimal10::plus);
        if (sum.compareTo(Decimal10.ONE) > 0) {
            throw RefusedException.badRequest("the shares add up to " + sum + ", more than 1");
        }
        this.random = new SplittableRandom(seed);
        this.shares = Map.copyOf(shares);
    }

    Optional<Fault> next() {
        BigInteger drawn = BigInteger.valueOf(random.nextLong(WHOLE));
        for (Fault.Kind kind : Fault.Kind.values()) {
            drawn = drawn.subtract(shares.getOrDefault(kind, Decimal10.ZERO).units());
            if (drawn.signum() < 0) {
                return Optional.of(Fault.of(kind));
            }
        }
        return Optional.empty();
    }
}
