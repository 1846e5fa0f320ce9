package dev.primegate.settlement;

import dev.primegate.instrument.TradingHours;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The calendars that ship with primegate: exchanges, settlement systems and currencies, with the
 * source of each in {@code calendars.csv}, every closed weekday and early close in {@code
 * holidays.csv}, and sessions in {@code sessions.csv}.
 */
public final class Calendars {
    private final Map<String, BusinessDays> days = new HashMap<>();
    private final Map<Market, TradingHours.Weekdays> hours = new HashMap<>();

    private Calendars() {}

    public static Calendars standard() {
        Calendars calendars = new Calendars();
        Map<String, Set<LocalDate>> closed = new HashMap<>();
        Map<String, Map<LocalDate, LocalTime>> early = new HashMap<>();
        for (List<String> row : Rows.of("holidays.csv")) {
            LocalDate day = LocalDate.parse(row.get(1));
            if (row.get(2).isEmpty()) {
                closed.computeIfAbsent(row.get(0), _ -> new HashSet<>()).add(day);
            } else {
                early.computeIfAbsent(row.get(0), _ -> new HashMap<>())
                        .put(day, LocalTime.parse(row.get(2)));
            }
        }
        for (List<String> row : Rows.of("calendars.csv")) {
            calendars.days.put(
                    row.get(0),
                    new BusinessDays(
                            row.get(0),
                            LocalDate.parse(row.get(1)),
                            LocalDate.parse(row.get(2)),
                            closed.getOrDefault(row.get(0), Set.of())));
        }
        for (List<String> row : Rows.of("sessions.csv")) {
            calendars.hours.put(
                    Market.valueOf(row.get(0)),
                    new TradingHours.Weekdays(
                            ZoneId.of(row.get(1)),
                            LocalTime.parse(row.get(2)),
                            LocalTime.parse(row.get(3)),
                            closed.getOrDefault(row.get(0), Set.of()),
                            early.getOrDefault(row.get(0), Map.of())));
        }
        return calendars;
    }

    /** The calendar of that name: a market, {@code US-SETTLEMENT}, {@code TARGET} or a currency. */
    public Optional<BusinessDays> find(String name) {
        return Optional.ofNullable(days.get(name));
    }

    /** A calendar that another table names, so absence is a bug. */
    BusinessDays get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no calendar of " + name));
    }

    /** When the market trades; its early closes and holidays are those of the table. */
    public TradingHours.Weekdays hours(Market market) {
        TradingHours.Weekdays found = hours.get(market);
        if (found == null) {
            throw new IllegalArgumentException("no session of " + market);
        }
        return found;
    }
}
