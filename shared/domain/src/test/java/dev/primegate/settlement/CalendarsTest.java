package dev.primegate.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.primegate.proof.Proves;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarsTest {
    private static final List<String> NAMES =
            Rows.of("calendars.csv").stream().map(List::getFirst).toList();

    private final Calendars calendars = Calendars.standard();

    @Test
    void theTableIsWhatTheRulesGive() throws IOException {
        String rules = HolidayRules.table(NAMES, 2022, 2035);
        Path copy = Files.createDirectories(Path.of("target")).resolve("holidays.csv");
        Files.writeString(copy, rules);

        try (InputStream table = Calendars.class.getResourceAsStream("holidays.csv")) {
            assertThat(table)
                    .as("holidays.csv is missing; the current one is %s", copy)
                    .isNotNull();
            assertThat(
                            new String(
                                    Objects.requireNonNull(table).readAllBytes(),
                                    StandardCharsets.UTF_8))
                    .as("holidays.csv is not what the rules give; the current one is %s", copy)
                    .isEqualTo(rules);
        }
    }

    /** Jollyday is kept by others, by other means: where both err alike, nobody would know. */
    @ParameterizedTest
    @CsvSource({
        "XNYS, NYSE, ''",
        "XPAR, NYSE_EURONEXT, ''",
        "TARGET, TARGET, ''",
        "EUR, TARGET, ''",
        "GBP, UNITED_KINGDOM, eng",
        "XLON, UNITED_KINGDOM, eng",
        "CHF, SWITZERLAND, zh",
    })
    @Proves("X56")
    void anotherLibraryAgrees(String calendar, HolidayCalendar others, String part) {
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(others));
        for (int year = 2024; year <= 2030; year++) {
            Set<LocalDate> theirs =
                    (part.isEmpty()
                                    ? manager.getHolidays(Year.of(year))
                                    : manager.getHolidays(Year.of(year), part))
                            .stream()
                                    .map(holiday -> holiday.getDate())
                                    .filter(day -> !HolidayRules.isWeekend(day))
                                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(ours(calendar, year)).as("%s in %d", calendar, year).isEqualTo(theirs);
        }
    }

    /** Those that no library knows well, from the lists their keepers publish. */
    @ParameterizedTest
    @CsvSource({
        "USD, 2024, 01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25",
        "USD, 2027, 01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25",
        "CAD, 2024, 01-01 02-19 03-29 05-20 07-01 08-05 09-02 09-30 10-14 11-11 12-25 12-26",
        "CAD, 2023, 01-02 02-20 04-07 05-22 07-03 08-07 09-04 10-02 10-09 11-13 12-25 12-26",
        "JPY, 2025, 01-01 01-02 01-03 01-13 02-11 02-24 03-20 04-29 05-05 05-06 07-21 08-11 09-15"
                + " 09-23 10-13 11-03 11-24 12-31",
        "JPY, 2026, 01-01 01-02 01-12 02-11 02-23 03-20 04-29 05-04 05-05 05-06 07-20 08-11 09-21"
                + " 09-22 09-23 10-12 11-03 11-23 12-31",
        "US-SETTLEMENT, 2026, 01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 10-12 11-11 11-26"
                + " 12-25",
        "XSWX, 2024, 01-01 01-02 03-29 04-01 05-01 05-09 05-20 08-01 12-24 12-25 12-26 12-31",
    })
    @Proves("X56")
    void publishedListsAgree(String calendar, int year, String days) {
        assertThat(ours(calendar, year))
                .isEqualTo(
                        Stream.of(days.split(" ", -1))
                                .map(day -> LocalDate.parse(year + "-" + day))
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    @Proves("X56")
    void aYearWithoutATableIsRefused() {
        BusinessDays newYork = calendars.find("XNYS").orElseThrow();

        assertThatThrownBy(() -> newYork.contains(LocalDate.parse("2036-01-02")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2035-12-31");
        assertThat(calendars.find("TRY")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // The last and the first moment, in winter and summer time; an hour apart between them.
        "XNYS, 2026-11-02T14:29:59.999999Z, false",
        "XNYS, 2026-11-02T14:30:00Z, true",
        "XNYS, 2026-11-02T20:59:59.999999Z, true",
        "XNYS, 2026-11-02T21:00:00Z, false",
        "XNYS, 2026-10-30T13:30:00Z, true",
        "XNYS, 2026-10-30T20:00:00Z, false",
        // The day after Thanksgiving, Christmas Eve, the day before Independence Day.
        "XNYS, 2026-11-27T17:59:59Z, true",
        "XNYS, 2026-11-27T18:00:00Z, false",
        "XNYS, 2026-12-24T18:00:00Z, false",
        "XNYS, 2025-07-03T16:59:59Z, true",
        "XNYS, 2025-07-03T17:00:00Z, false",
        "XNYS, 2026-07-03T15:00:00Z, false",
        "XNYS, 2026-11-26T15:00:00Z, false",
        "XNYS, 2026-11-28T15:00:00Z, false",
        "XLON, 2026-12-24T12:29:59Z, true",
        "XLON, 2026-12-24T12:30:00Z, false",
        "XLON, 2028-12-29T12:30:00Z, false",
        "XPAR, 2026-12-31T13:04:59Z, true",
        "XPAR, 2026-12-31T13:05:00Z, false",
        "XPAR, 2026-07-14T10:00:00Z, true",
        "XSWX, 2026-12-24T10:00:00Z, false",
        "XSWX, 2026-08-03T07:00:00Z, true",
    })
    @Proves({"I2", "X56"})
    void aMarketIsOpenByItsOwnClock(Market market, Instant time, boolean open) {
        assertThat(calendars.hours(market).isOpenAt(time)).isEqualTo(open);
    }

    private Set<LocalDate> ours(String calendar, int year) {
        return calendars.find(calendar).orElseThrow().holidays().stream()
                .filter(day -> day.getYear() == year)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
