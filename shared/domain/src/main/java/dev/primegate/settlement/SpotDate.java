package dev.primegate.settlement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The value date of a spot trade in two currencies. A day before it counts unless a currency other
 * than the dollar is closed; the date itself is open for both, and for the dollar, in which crosses
 * are cleared.
 */
final class SpotDate {
    private static final String DOLLAR = "USD";

    private SpotDate() {}

    /** Empty if the holidays of a currency are not known. */
    static Optional<LocalDate> of(
            Calendars calendars, String base, String quote, LocalDate traded, int days) {
        Optional<BusinessDays> counting =
                all(calendars, Stream.of(base, quote).filter(c -> !c.equals(DOLLAR)));
        Optional<BusinessDays> paying = all(calendars, Stream.of(base, quote, DOLLAR));
        if (counting.isEmpty() || paying.isEmpty()) {
            return Optional.empty();
        }
        LocalDate counted = counting.get().after(traded, days);
        return Optional.of(paying.get().following(counted));
    }

    private static Optional<BusinessDays> all(Calendars calendars, Stream<String> currencies) {
        return currencies
                .map(calendars::find)
                .reduce((one, other) -> one.flatMap(days -> other.map(days::and)))
                .flatMap(days -> days);
    }
}
