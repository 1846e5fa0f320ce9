package dev.primegate.broker.clearstreet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The session in which an order lives. Tokens open the door for a day, so that bytes may arrive
 * long after they were sent; and lists show the current day. So absence can be told between the
 * close of the order's own session and midnight there, and at no other time.
 */
final class ClearStreetSession {
    /** After the close, for what was in flight and for lists that lag. */
    private static final Duration LAG = Duration.ofMinutes(5);

    private final ClearStreetConfig.Hours hours;

    ClearStreetSession(ClearStreetConfig.Hours hours) {
        this.hours = hours;
    }

    /**
     * Why an order that is not in the lists may exist all the same, if it may.
     *
     * @param askedAt the broker's clock before its lists were asked for
     */
    Optional<String> doubt(Instant signedAt, Instant askedAt) {
        LocalDate day = day(signedAt);
        if (!day(askedAt).equals(day)) {
            return Optional.of(
                    "its lists show %s, the order is of %s".formatted(day(askedAt), day));
        }
        Optional<Instant> close = close(day).filter(signedAt::isBefore);
        if (close.isEmpty()) {
            return Optional.of(
                    "the session of an order of %s is another day's".formatted(signedAt));
        }
        Instant from = close.get().plus(LAG);
        return askedAt.isBefore(from)
                ? Optional.of("its session is not over before " + from)
                : Optional.empty();
    }

    /** Whether lists that were asked for then show what was sent then. */
    boolean isSameDay(Instant one, Instant other) {
        return day(one).equals(day(other));
    }

    private Optional<Instant> close(LocalDate day) {
        Set<LocalDate> holidays = hours.holidays().orElse(Set.of());
        if (!hours.days().contains(day.getDayOfWeek()) || holidays.contains(day)) {
            return Optional.empty();
        }
        Map<LocalDate, LocalTime> early = hours.earlyCloses();
        ZoneId zone = hours.zone();
        LocalTime close = early.getOrDefault(day, hours.close());
        return Optional.of(ZonedDateTime.of(day, close, zone).toInstant());
    }

    private LocalDate day(Instant time) {
        return time.atZone(hours.zone()).toLocalDate();
    }
}
