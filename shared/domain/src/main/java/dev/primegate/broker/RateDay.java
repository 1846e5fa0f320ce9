package dev.primegate.broker;

import dev.primegate.instrument.BrokerId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How often a broker was called on one day in UTC, by every function together.
 *
 * @param limit what it allowed when this was counted last
 * @param peakSecond the calls of the busiest second
 * @param peakMinute the calls of the busiest minute
 * @param minutes how many minutes were counted; what nobody counted is in no figure
 * @param until the end of the last minute that was counted
 */
public record RateDay(
        BrokerId broker,
        LocalDate day,
        RateLimit limit,
        long calls,
        int peakSecond,
        int peakMinute,
        int minutes,
        Instant until) {
    private static final int SECONDS = 60;

    /** A day of which nothing is counted yet. */
    public static RateDay begin(BrokerId broker, LocalDate day, RateLimit limit) {
        return new RateDay(
                broker, day, limit, 0, 0, 0, 0, day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /**
     * With one more minute; one that was counted, or that is of another day, changes nothing.
     *
     * @param used the calls of each of its seconds
     */
    public RateDay with(Instant minute, List<Integer> used, RateLimit now) {
        if (used.size() != SECONDS) {
            throw new IllegalArgumentException(
                    "a minute: expected %d seconds, found %d".formatted(SECONDS, used.size()));
        }
        if (minute.isBefore(until) || !LocalDate.ofInstant(minute, ZoneOffset.UTC).equals(day)) {
            return this;
        }
        int sum = used.stream().mapToInt(Integer::intValue).sum();
        int most = used.stream().mapToInt(Integer::intValue).max().orElse(0);
        return new RateDay(
                broker,
                day,
                now,
                calls + sum,
                Math.max(peakSecond, most),
                Math.max(peakMinute, sum),
                minutes + 1,
                minute.plus(Duration.ofMinutes(1)));
    }
}
