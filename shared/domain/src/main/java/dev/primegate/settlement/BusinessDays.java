package dev.primegate.settlement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * The days on which something is open: all but weekends and holidays, within the years whose
 * holidays are known.
 *
 * @param name as the table of calendars has it
 * @param from the first day that is known
 * @param to the last
 */
public record BusinessDays(String name, LocalDate from, LocalDate to, Set<LocalDate> holidays) {
    public BusinessDays {
        holidays = Set.copyOf(holidays);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "%s begins at %s and ends at %s".formatted(name, from, to));
        }
    }

    /**
     * Whether {@code day} is one.
     *
     * @throws IllegalArgumentException if nobody knows: a year without a table has no holidays only
     *     in a program that guesses
     */
    public boolean contains(LocalDate day) {
        if (day.isBefore(from) || day.isAfter(to)) {
            throw new IllegalArgumentException(
                    "the calendar of %s reaches from %s to %s: %s".formatted(name, from, to, day));
        }
        return !isWeekend(day) && !holidays.contains(day);
    }

    /** The day that is so many business days after {@code day}, which need not be one itself. */
    public LocalDate after(LocalDate day, int days) {
        LocalDate found = day;
        for (int left = days; left > 0; left--) {
            found = following(found.plusDays(1));
        }
        return found;
    }

    /** {@code day}, or the first business day after it. */
    public LocalDate following(LocalDate day) {
        LocalDate found = day;
        while (!contains(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** The days on which both are open. */
    public BusinessDays and(BusinessDays other) {
        Set<LocalDate> closed = new HashSet<>(holidays);
        closed.addAll(other.holidays);
        return new BusinessDays(
                name + " and " + other.name,
                from.isAfter(other.from) ? from : other.from,
                to.isBefore(other.to) ? to : other.to,
                closed);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
