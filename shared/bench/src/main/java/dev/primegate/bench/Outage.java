package dev.primegate.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A time in which a destination fails; its bounds are sixtieths of the storm, so minutes of an
 * hour.
 *
 * @param fault what becomes of each call meanwhile
 */
record Outage(String channel, String fault, int from, int to) {
    /** Each kind of trouble, Slack's while PagerDuty is well and while it is not. */
    static final List<Outage> OF_A_STORM =
            List.of(
                    new Outage("slack", "BUSY", 2, 4),
                    new Outage("pagerduty", "GONE", 10, 15),
                    new Outage("pagerduty", "BUSY", 20, 22),
                    new Outage("slack", "GONE", 28, 36),
                    new Outage("pagerduty", "BROKEN", 33, 35),
                    new Outage("pagerduty", "MUTE", 40, 42),
                    new Outage("slack", "BROKEN", 45, 47),
                    new Outage("slack", "MUTE", 50, 51));

    /** What is wrong with {@code channel} at {@code now}. */
    static Optional<String> at(Instant now, String channel, Instant start, Duration storm) {
        return OF_A_STORM.stream()
                .filter(outage -> outage.channel.equals(channel))
                .filter(outage -> !now.isBefore(start.plus(part(storm, outage.from))))
                .filter(outage -> now.isBefore(start.plus(part(storm, outage.to))))
                .map(Outage::fault)
                .findFirst();
    }

    private static Duration part(Duration storm, int sixtieths) {
        return storm.multipliedBy(sixtieths).dividedBy(60);
    }
}
