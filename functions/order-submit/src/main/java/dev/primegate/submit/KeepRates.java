package dev.primegate.submit;

import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.RateDay;
import dev.primegate.broker.RateDays;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Adds the minutes that are over to the count of calls of their day, each once. */
@Singleton
class KeepRates {
    private static final int MINUTE = 60;

    private final RateDays days;

    KeepRates(RateDays days) {
        this.days = days;
    }

    /**
     * Counts what was not counted yet. If another run counts at the same time one of them does it;
     * a run that was missed is made up for by the next, as far back as {@code used} goes.
     *
     * @param from a full minute
     * @param used the calls of each second since then, whole minutes
     */
    void keep(OrderGateway gateway, Instant from, List<Integer> used) {
        LocalDate first = day(from);
        LocalDate last = day(from.plusSeconds(used.size() - 1L));
        first.datesUntil(last.plusDays(1)).forEach(day -> keep(gateway, day, from, used));
    }

    private void keep(OrderGateway gateway, LocalDate day, Instant from, List<Integer> used) {
        Optional<RateDay> seen = days.find(gateway.broker(), day);
        RateDay before = seen.orElseGet(() -> RateDay.begin(gateway.broker(), day, gateway.rate()));
        RateDay next = before;
        for (int second = 0; second < used.size(); second += MINUTE) {
            next =
                    next.with(
                            from.plusSeconds(second),
                            used.subList(second, second + MINUTE),
                            gateway.rate());
        }
        if (!next.equals(before)) {
            var _ = days.replace(seen, next);
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
