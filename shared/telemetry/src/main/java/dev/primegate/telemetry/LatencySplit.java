package dev.primegate.telemetry;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** How long an order took, and who took it. The three parts add up to the total, exactly. */
public record LatencySplit(Duration own, Duration network, Duration broker) {
    private static final int DECIMALS = 6;

    public LatencySplit {
        if (own.isNegative() || network.isNegative() || broker.isNegative()) {
            throw new IllegalArgumentException(
                    "a part is negative: %s, %s, %s".formatted(own, network, broker));
        }
    }

    /**
     * Splits.
     *
     * @param total from the order's arrival until its answer was ready
     * @param called of that, what calls to the broker took
     * @param network what the probe says one way to the broker takes, for each call; of a broker
     *     that was not probed yet all of the call counts as the broker's
     */
    public static LatencySplit of(Duration total, Duration called, Optional<Duration> network) {
        Duration all = least(Duration.ZERO, total);
        Duration calls = most(least(Duration.ZERO, called), all);
        // A probe is of another moment: it never takes more than there was.
        Duration way = most(least(Duration.ZERO, network.orElse(Duration.ZERO)), calls);
        return new LatencySplit(all.minus(calls), way, calls.minus(way));
    }

    public Duration total() {
        return own.plus(network).plus(broker);
    }

    /** In milliseconds, to the last nanosecond: nothing is rounded. */
    public static BigDecimal millis(Duration length) {
        return BigDecimal.valueOf(length.toNanos(), DECIMALS);
    }

    private static Duration least(Duration bound, Duration length) {
        return length.compareTo(bound) < 0 ? bound : length;
    }

    private static Duration most(Duration length, Duration bound) {
        return length.compareTo(bound) > 0 ? bound : length;
    }
}
