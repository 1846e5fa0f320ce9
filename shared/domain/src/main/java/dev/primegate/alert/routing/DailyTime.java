package dev.primegate.alert.routing;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A time of each day, written {@code 07:00 Europe/London}. */
public record DailyTime(LocalTime time, ZoneId zone) {
    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static DailyTime parse(String text) {
        String[] parts = text.trim().split("\\s+", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "expected a time and a zone such as 07:00 UTC, found: " + text);
        }
        return new DailyTime(LocalTime.parse(parts[0]), ZoneId.of(parts[1]));
    }

    /** The first such moment after {@code at}. */
    public Instant after(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        Instant today = local.with(time).toInstant();
        return today.isAfter(at) ? today : local.plusDays(1).with(time).toInstant();
    }
}
