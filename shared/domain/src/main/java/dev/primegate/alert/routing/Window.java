package dev.primegate.alert.routing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hours of a week in their own time zone.
 *
 * @param from the first moment of a day that counts
 * @param to the first moment after; at or before {@code from}, it is on the next day
 */
public record Window(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {
    public Window {
        days = Collections.unmodifiableSet(days.isEmpty() ? Set.of() : EnumSet.copyOf(days));
    }

    /** Whether {@code at} is within. */
    public boolean contains(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (from.isBefore(to)) {
            return days.contains(local.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
        }
        boolean sinceToday = days.contains(local.getDayOfWeek()) && !time.isBefore(from);
        boolean sinceYesterday = days.contains(local.getDayOfWeek().minus(1)) && time.isBefore(to);
        return sinceToday || sinceYesterday;
    }
}
