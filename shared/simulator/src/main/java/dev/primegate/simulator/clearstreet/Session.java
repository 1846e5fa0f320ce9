package dev.primegate.simulator.clearstreet;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When shares trade, by the exchange's clock, and which day it is there.
 *
 * @param close of the regular session; midnight is the end of the day
 * @param extendedClose until when {@code day-plus} orders stay
 * @param weekends whether it trades then, too
 */
public record Session(
        ZoneId zone, LocalTime open, LocalTime close, LocalTime extendedClose, boolean weekends) {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** As the exchanges trade. */
    public static final Session REGULAR =
            new Session(
                    NEW_YORK, LocalTime.of(9, 30), LocalTime.of(16, 0), LocalTime.of(20, 0), false);

    /** Open whenever somebody tries it. */
    public static final Session ALWAYS =
            new Session(NEW_YORK, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, true);

    boolean isOpen(Instant time) {
        ZonedDateTime there = time.atZone(zone);
        DayOfWeek day = there.getDayOfWeek();
        boolean tradingDay = weekends || (day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY);
        return tradingDay
                && !there.toLocalTime().isBefore(open)
                && time.isBefore(end(day(time), close));
    }

    LocalDate day(Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    Instant close(Instant time) {
        return end(day(time), close);
    }

    Instant extendedClose(Instant time) {
        return end(day(time), extendedClose);
    }

    private Instant end(LocalDate day, LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT)
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(time).atZone(zone).toInstant();
    }
}
