package dev.primegate.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/**
 * A day, or a day and a time, as a Flex query writes them: which separator stands between is a
 * setting of the query, and the time is the account's own.
 */
record FlexTime(LocalDate day, Optional<LocalTime> time) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("[HH:mm:ss][HHmmss]")
                    .withResolverStyle(ResolverStyle.STRICT);

    static FlexTime of(String name, String text) {
        String[] parts = text.split("[;,T ]+", -1);
        if (parts.length > 2) {
            throw new IllegalArgumentException(name + " is no time: " + Clip.of(text));
        }
        LocalDate day = Fields.day(name, parts[0]);
        return parts.length == 1
                ? new FlexTime(day, Optional.empty())
                : new FlexTime(day, Optional.of(LocalTime.parse(parts[1], TIME)));
    }

    /** The moment, if there is a time; an hour that a clock change skips moves past the gap. */
    Optional<Instant> in(ZoneId zone) {
        return time.map(t -> day.atTime(t).atZone(zone).toInstant());
    }
}
