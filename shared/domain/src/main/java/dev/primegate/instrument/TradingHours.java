package dev.primegate.instrument;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;

/** When a market trades. */
public sealed interface TradingHours {
    boolean isOpenAt(Instant time);

    /** Around the clock, every day of the year. */
    record Always() implements TradingHours {
        @Override
        public boolean isOpenAt(Instant time) {
            return true;
        }
    }

    /**
     * On weekdays from the opening to the close, by the exchange's own clock, so that summer time
     * moves with it.
     *
     * @param close the first moment that is closed again
     * @param holidays days without trading
     * @param earlyCloses days that close earlier, and when
     */
    record Weekdays(
            ZoneId zone,
            LocalTime open,
            LocalTime close,
            Set<LocalDate> holidays,
            Map<LocalDate, LocalTime> earlyCloses)
            implements TradingHours {
        public Weekdays {
            if (!open.isBefore(close)) {
                throw new IllegalArgumentException(
                        "it opens at %s and closes at %s".formatted(open, close));
            }
        }

        @Override
        public boolean isOpenAt(Instant time) {
            ZonedDateTime there = time.atZone(zone);
            LocalDate day = there.toLocalDate();
            LocalTime clock = there.toLocalTime();
            return day.getDayOfWeek() != DayOfWeek.SATURDAY
                    && day.getDayOfWeek() != DayOfWeek.SUNDAY
                    && !holidays.contains(day)
                    && !clock.isBefore(open)
                    && clock.isBefore(earlyCloses.getOrDefault(day, close));
        }
    }
}
