package dev.primegate.reconcile;

import dev.primegate.alert.Alert;
import dev.primegate.alert.Severity;
import dev.primegate.instrument.BrokerId;
import dev.primegate.statement.DayBooks;
import dev.primegate.statement.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** What a person must hear of books that could not be read or compared. */
final class BookAlerts {
    private static final String LATE = "statement-late";

    private BookAlerts() {}

    /** One trouble for each thing that could not be compared of a day, whatever is tried again. */
    static Alert notCompared(BrokerId broker, LocalDate day, String what, String why, Instant now) {
        return Alert.trigger(
                "books-not-compared",
                scope(broker, day) + "/" + what,
                what + "/" + why,
                Severity.ERROR,
                "%s of %s at %s are not compared: %s".formatted(what, day, broker, why),
                now,
                details(broker, day));
    }

    static Alert refused(BrokerId broker, LocalDate day, DayBooks.Refusal file, Instant now) {
        return Alert.trigger(
                "statement-refused",
                scope(broker, day) + "/" + file.file(),
                file.hash() + "/" + file.why(),
                Severity.ERROR,
                "nothing in %s of %s counts: %s".formatted(file.file(), broker, file.why()),
                now,
                details(broker, day));
    }

    /** One for all rows of a day; the first of them are named. */
    static Alert quarantined(
            BrokerId broker, LocalDate day, List<Statement.Quarantined> rows, Instant now) {
        Statement.Quarantined first = rows.getFirst();
        Map<String, String> details = new java.util.TreeMap<>(details(broker, day));
        rows.stream()
                .limit(10)
                .forEach(row -> details.put(row.file() + ":" + row.line(), row.reason()));
        return Alert.trigger(
                "statement-rows-quarantined",
                scope(broker, day),
                rows.toString(),
                Severity.WARNING,
                "%d rows of %s at %s cannot be read; line %d of %s: %s"
                        .formatted(
                                rows.size(),
                                day,
                                broker,
                                first.line(),
                                first.file(),
                                first.reason()),
                now,
                details);
    }

    static Alert late(BrokerId broker, LocalDate day, String what, Instant due, Instant now) {
        return Alert.trigger(
                LATE,
                scope(broker, day) + "/" + what,
                "due " + due,
                Severity.ERROR,
                "the %s of %s should have come from %s by %s".formatted(what, day, broker, due),
                now,
                details(broker, day));
    }

    static Alert arrived(BrokerId broker, LocalDate day, String what, Instant at) {
        return Alert.resolve(
                LATE,
                scope(broker, day) + "/" + what,
                "came " + at,
                "the %s of %s came from %s".formatted(what, day, broker),
                at);
    }

    /** Lines of an account that none of ours is kept in. */
    static Alert strangers(
            BrokerId broker, LocalDate day, SortedSet<String> accounts, Instant now) {
        return Alert.trigger(
                "statement-account-unknown",
                scope(broker, day),
                accounts.toString(),
                Severity.ERROR,
                "%s tells of accounts that none of ours is kept in: %s".formatted(broker, accounts),
                now,
                details(broker, day));
    }

    private static String scope(BrokerId broker, LocalDate day) {
        return broker + "/" + day;
    }

    private static Map<String, String> details(BrokerId broker, LocalDate day) {
        return Map.of("broker", broker.name(), "day", day.toString());
    }
}
