package dev.primegate.broker.clearstreet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** New York's hours around Thanksgiving of 2026. */
final class TestHours implements ClearStreetConfig.Hours {
    @Override
    public ZoneId zone() {
        return ZoneId.of("America/New_York");
    }

    @Override
    public LocalTime close() {
        return LocalTime.of(16, 0);
    }

    @Override
    public Set<DayOfWeek> days() {
        return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    }

    @Override
    public Optional<Set<LocalDate>> holidays() {
        return Optional.of(Set.of(LocalDate.parse("2026-11-26")));
    }

    @Override
    public Map<LocalDate, LocalTime> earlyCloses() {
        return Map.of(LocalDate.parse("2026-11-27"), LocalTime.of(13, 0));
    }
}
