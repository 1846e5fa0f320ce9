package dev.primegate.risk;

import java.time.Duration;
import java.time.Instant;

/**
 * How many orders an account may send in each window of a fixed length. Windows follow one another
 * on the clock, so the end of one and the beginning of the next together may see twice as many.
 *
 * @param window whole seconds
 */
public record MessageRate(int most, Duration window) {
    public MessageRate {
        if (most < 1
                || !window.isPositive()
                || !window.equals(Duration.ofSeconds(window.toSeconds()))) {
            throw new IllegalArgumentException(
                    "expected at least one order in whole seconds, found %d in %s"
                            .formatted(most, window));
        }
    }

    /** When the window that {@code time} is in began. */
    public Instant begin(Instant time) {
        long seconds = window.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }
}
