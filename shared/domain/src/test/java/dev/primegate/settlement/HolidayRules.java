package dev.primegate.settlement;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.Month.APRIL;
import static java.time.Month.AUGUST;
import static java.time.Month.DECEMBER;
import static java.time.Month.FEBRUARY;
import static java.time.Month.JANUARY;
import static java.time.Month.JULY;
import static java.time.Month.JUNE;
import static java.time.Month.MARCH;
import static java.time.Month.MAY;
import static java.time.Month.NOVEMBER;
import static java.time.Month.OCTOBER;
import static java.time.Month.SEPTEMBER;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How each calendar's holidays are reckoned; {@code holidays.csv} is what comes out. */
final class HolidayRules {
    private HolidayRules() {}

    static Set<LocalDate> closed(String calendar, int year) {
        Stream<LocalDate> days =
                switch (calendar) {
                    case "XNYS" -> newYork(year);
                    case "US-SETTLEMENT" ->
                            Stream.concat(
                                    newYork(year),
                                    Stream.of(
                                            nth(2, MONDAY, OCTOBER, year),
                                            sundayToMonday(LocalDate.of(year, NOVEMBER, 11))));
                    case "USD" -> federalReserve(year);
                    case "XPAR", "TARGET", "EUR" -> target(year);
                    case "XLON", "GBP" -> england(year);
                    case "XSWX" ->
                            Stream.concat(
                                    zurich(year),
                                    Stream.of(
                                            LocalDate.of(year, DECEMBER, 24),
                                            LocalDate.of(year, DECEMBER, 31)));
                    case "CHF" -> zurich(year);
                    case "JPY" -> japan(year).stream();
                    case "CAD" -> canada(year);
                    default -> throw new IllegalArgumentException("no rule for " + calendar);
                };
        Set<LocalDate> weekdays = new TreeSet<>();
        days.filter(day -> !isWeekend(day)).forEach(weekdays::add);
        return weekdays;
    }

    /** Days that close early, and when. */
    static SortedMap<LocalDate, String> early(String calendar, int year) {
        SortedMap<LocalDate, String> early = new TreeMap<>();
        LocalDate eve = LocalDate.of(year, DECEMBER, 24);
        LocalDate lastDay = LocalDate.of(year, DECEMBER, 31);
        switch (calendar) {
            case "XNYS" -> {
                early.put(nth(4, THURSDAY, NOVEMBER, year).plusDays(1), "13:00");
                early.put(eve, "13:00");
                early.put(LocalDate.of(year, JULY, 3), "13:00");
            }
            case "XPAR" -> {
                early.put(eve, "14:05");
                early.put(lastDay, "14:05");
            }
            case "XLON" -> {
                early.put(lastWorkingDay(eve), "12:30");
                early.put(lastWorkingDay(lastDay), "12:30");
            }
            default -> {
                return early;
            }
        }
        Set<LocalDate> closed = closed(calendar, year);
        early.keySet().removeIf(day -> isWeekend(day) || closed.contains(day));
        return early;
    }

    private static Stream<LocalDate> newYork(int year) {
        return Stream.concat(
                Stream.of(
                        sundayToMonday(LocalDate.of(year, JANUARY, 1)),
                        nth(3, MONDAY, JANUARY, year),
                        nth(3, MONDAY, FEBRUARY, year),
                        easter(year).minusDays(2),
                        last(MONDAY, MAY, year),
                        nearest(LocalDate.of(year, JUNE, 19)),
                        nearest(LocalDate.of(year, JULY, 4)),
                        nth(1, MONDAY, SEPTEMBER, year),
                        nth(4, THURSDAY, NOVEMBER, year),
                        nearest(LocalDate.of(year, DECEMBER, 25))),
                // The day of mourning for President Carter.
                year == 2025 ? Stream.of(LocalDate.of(2025, JANUARY, 9)) : Stream.empty());
    }

    private static Stream<LocalDate> federalReserve(int year) {
        return Stream.of(
                sundayToMonday(LocalDate.of(year, JANUARY, 1)),
                nth(3, MONDAY, JANUARY, year),
                nth(3, MONDAY, FEBRUARY, year),
                last(MONDAY, MAY, year),
                sundayToMonday(LocalDate.of(year, JUNE, 19)),
                sundayToMonday(LocalDate.of(year, JULY, 4)),
                nth(1, MONDAY, SEPTEMBER, year),
                nth(2, MONDAY, OCTOBER, year),
                sundayToMonday(LocalDate.of(year, NOVEMBER, 11)),
                nth(4, THURSDAY, NOVEMBER, year),
                sundayToMonday(LocalDate.of(year, DECEMBER, 25)));
    }

    private static Stream<LocalDate> target(int year) {
        return Stream.of(
                LocalDate.of(year, JANUARY, 1),
                easter(year).minusDays(2),
                easter(year).plusDays(1),
                LocalDate.of(year, MAY, 1),
                LocalDate.of(year, DECEMBER, 25),
                LocalDate.of(year, DECEMBER, 26));
    }

    private static Stream<LocalDate> england(int year) {
        Stream<LocalDate> regular =
                Stream.of(
                        weekendToMonday(LocalDate.of(year, JANUARY, 1)),
                        easter(year).minusDays(2),
                        easter(year).plusDays(1),
                        nth(1, MONDAY, MAY, year),
                        year == 2022 ? LocalDate.of(2022, JUNE, 2) : last(MONDAY, MAY, year),
                        last(MONDAY, AUGUST, year));
        Stream<LocalDate> once =
                switch (year) {
                    // The platinum jubilee and the late Queen's funeral; the coronation.
                    case 2022 ->
                            Stream.of(
                                    LocalDate.of(2022, JUNE, 3), LocalDate.of(2022, SEPTEMBER, 19));
                    case 2023 -> Stream.of(LocalDate.of(2023, MAY, 8));
                    default -> Stream.empty();
                };
        return Stream.of(regular, once, christmas(year)).flatMap(days -> days);
    }

    private static Stream<LocalDate> zurich(int year) {
        return Stream.of(
                LocalDate.of(year, JANUARY, 1),
                LocalDate.of(year, JANUARY, 2),
                easter(year).minusDays(2),
                easter(year).plusDays(1),
                LocalDate.of(year, MAY, 1),
                easter(year).plusDays(39),
                easter(year).plusDays(50),
                LocalDate.of(year, AUGUST, 1),
                LocalDate.of(year, DECEMBER, 25),
                LocalDate.of(year, DECEMBER, 26));
    }

    private static Stream<LocalDate> canada(int year) {
        return Stream.concat(
                Stream.of(
                        weekendToMonday(LocalDate.of(year, JANUARY, 1)),
                        nth(3, MONDAY, FEBRUARY, year),
                        easter(year).minusDays(2),
                        LocalDate.of(year, MAY, 25).with(TemporalAdjusters.previous(MONDAY)),
                        weekendToMonday(LocalDate.of(year, JULY, 1)),
                        nth(1, MONDAY, AUGUST, year),
                        nth(1, MONDAY, SEPTEMBER, year),
                        weekendToMonday(LocalDate.of(year, SEPTEMBER, 30)),
                        nth(2, MONDAY, OCTOBER, year),
                        weekendToMonday(LocalDate.of(year, NOVEMBER, 11))),
                christmas(year));
    }

    /** The law's holidays, their substitutes, and the days of the turn of the year. */
    private static Set<LocalDate> japan(int year) {
        Set<LocalDate> named =
                new TreeSet<>(
                        List.of(
                                LocalDate.of(year, JANUARY, 1),
                                nth(2, MONDAY, JANUARY, year),
                                LocalDate.of(year, FEBRUARY, 11),
                                LocalDate.of(year, FEBRUARY, 23),
                                LocalDate.of(year, MARCH, equinox(208431, year)),
                                LocalDate.of(year, APRIL, 29),
                                LocalDate.of(year, MAY, 3),
                                LocalDate.of(year, MAY, 4),
                                LocalDate.of(year, MAY, 5),
                                nth(3, MONDAY, JULY, year),
                                LocalDate.of(year, AUGUST, 11),
                                nth(3, MONDAY, SEPTEMBER, year),
                                LocalDate.of(year, SEPTEMBER, equinox(232488, year)),
                                nth(2, MONDAY, OCTOBER, year),
                                LocalDate.of(year, NOVEMBER, 3),
                                LocalDate.of(year, NOVEMBER, 23)));
        Set<LocalDate> all = new TreeSet<>(named);
        for (LocalDate day : named) {
            // A day between two holidays is one, and a Sunday's moves to the next free day.
            if (named.contains(day.plusDays(2))) {
                all.add(day.plusDays(1));
            }
            if (day.getDayOfWeek() == SUNDAY) {
                LocalDate free = day.plusDays(1);
                while (named.contains(free)) {
                    free = free.plusDays(1);
                }
                all.add(free);
            }
        }
        all.addAll(
                List.of(
                        LocalDate.of(year, JANUARY, 2),
                        LocalDate.of(year, JANUARY, 3),
                        LocalDate.of(year, DECEMBER, 31)));
        return all;
    }

    /** The usual reckoning for 1980 to 2099, in ten-thousandths of a day. */
    private static int equinox(int base, int year) {
        int since = year - 1980;
        return (int) ((base * 100L + 242194L * since) / 1_000_000L) - since / 4;
    }

    /** Christmas and the day after, with their substitutes. */
    private static Stream<LocalDate> christmas(int year) {
        LocalDate day = LocalDate.of(year, DECEMBER, 25);
        return switch (day.getDayOfWeek()) {
            case FRIDAY -> Stream.of(day, day.plusDays(3));
            case SATURDAY -> Stream.of(day.plusDays(2), day.plusDays(3));
            case SUNDAY -> Stream.of(day.plusDays(1), day.plusDays(2));
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY -> Stream.of(day, day.plusDays(1));
        };
    }

    /** The anonymous Gregorian reckoning. */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }

    private static LocalDate nth(int n, DayOfWeek weekday, Month month, int year) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(n, weekday));
    }

    private static LocalDate last(DayOfWeek weekday, Month month, int year) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(weekday));
    }

    private static LocalDate sundayToMonday(LocalDate day) {
        return day.getDayOfWeek() == SUNDAY ? day.plusDays(1) : day;
    }

    private static LocalDate weekendToMonday(LocalDate day) {
        return day.getDayOfWeek() == SATURDAY ? day.plusDays(2) : sundayToMonday(day);
    }

    private static LocalDate nearest(LocalDate day) {
        return day.getDayOfWeek() == SATURDAY ? day.minusDays(1) : sundayToMonday(day);
    }

    private static LocalDate lastWorkingDay(LocalDate day) {
        LocalDate found = day;
        while (isWeekend(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY;
    }

    /** The whole table as it ships. */
    static String table(Collection<String> calendars, int from, int to) {
        StringBuilder text = new StringBuilder("calendar,date,close\n");
        for (String calendar : calendars) {
            for (int year = from; year <= to; year++) {
                SortedMap<LocalDate, String> days = early(calendar, year);
                closed(calendar, year).forEach(day -> days.put(day, ""));
                days.forEach((day, close) ->
                        text.append(calendar)
                                .append(',')
                                .append(day)
                                .append(',')
                                .append(close)
                                .append('\n'));
            }
        }
        return text.toString();
    }
}
