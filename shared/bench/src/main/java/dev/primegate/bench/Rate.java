package dev.primegate.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many of something were done in how long.
 *
 * @param nanos more than none
 */
record Rate(long count, long nanos) {
    private static final long SECOND = 1_000_000_000L;

    Rate {
        if (count < 1 || nanos < 1) {
            throw new IllegalArgumentException("nothing was measured: " + count + " in " + nanos);
        }
    }

    Rate plus(Rate other) {
        return new Rate(count + other.count, nanos + other.nanos);
    }

    long perSecond() {
        return count * SECOND / nanos;
    }

    /** This one's speed over the other's; down, so that none looks better than it is. */
    BigDecimal over(Rate other) {
        return BigDecimal.valueOf(count)
                .multiply(BigDecimal.valueOf(other.nanos))
                .divide(
                        BigDecimal.valueOf(nanos).multiply(BigDecimal.valueOf(other.count)),
                        3,
                        RoundingMode.FLOOR);
    }
}
