package dev.primegate.settlement;

import dev.primegate.instrument.AssetClass;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * Which day a trade belongs to: the zone whose date counts and the time of day from which the next
 * date does. Times are kept in UTC; a second can move a trade to another day only here.
 *
 * @param rollsAt midnight for a plain date
 * @param weekdaysOnly whether what falls on a weekend belongs to the Monday after it
 */
public record TradeDates(ZoneId zone, LocalTime rollsAt, boolean weekdaysOnly) {
    /** Digital assets: the date in UTC. */
    public static final TradeDates UTC = new TradeDates(ZoneOffset.UTC, LocalTime.MIDNIGHT, false);

    /** Currencies: the day ends at 17:00 in New York, and the week with it. */
    public static final TradeDates NEW_YORK_CLOSE =
            new TradeDates(ZoneId.of("America/New_York"), LocalTime.of(17, 0), true);

    /** The date by the market's own wall clock. */
    public static TradeDates local(ZoneId zone) {
        return new TradeDates(zone, LocalTime.MIDNIGHT, false);
    }

    /** What is usual for a class of instruments listed at {@code market}. */
    public static TradeDates usual(AssetClass assetClass, Calendars calendars, Market market) {
        return switch (assetClass) {
            case DIGITAL_ASSET -> UTC;
            case FX_SPOT -> NEW_YORK_CLOSE;
            case EQUITY, ETF, OPTION, FUTURE -> local(calendars.hours(market).zone());
        };
    }

    public LocalDate of(Instant time) {
        ZonedDateTime there = time.atZone(zone);
        boolean rolled =
                !rollsAt.equals(LocalTime.MIDNIGHT) && !there.toLocalTime().isBefore(rollsAt);
        LocalDate day = rolled ? there.toLocalDate().plusDays(1) : there.toLocalDate();
        while (weekdaysOnly
                && (day.getDayOfWeek() == DayOfWeek.SATURDAY
                        || day.getDayOfWeek() == DayOfWeek.SUNDAY)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
