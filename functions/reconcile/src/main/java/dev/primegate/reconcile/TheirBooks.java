package dev.primegate.reconcile;

import dev.primegate.alert.AlertLog;
import dev.primegate.instrument.BrokerId;
import dev.primegate.statement.DayBooks;
import dev.primegate.statement.DayFiles;
import dev.primegate.statement.Statement;
import dev.primegate.statement.StatementReader;
import dev.primegate.statement.StatementStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What a broker's files say of a day; what is wrong with them is told. */
@Singleton
class TheirBooks {
    private final BookTerms terms;
    private final DayFiles files;
    private final AlertLog alerts;
    private final Clock clock;

    TheirBooks(BookTerms terms, StatementStore store, AlertLog alerts, Clock clock) {
        this.terms = terms;
        this.files = new DayFiles(store, clock);
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Whether this broker's books come as files. */
    boolean areFiles(BrokerId broker) {
        return terms.reader(broker).isPresent();
    }

    /** The files of the day, if {@code book} is among them; one that is late is told of. */
    Optional<DayBooks> read(BrokerId broker, LocalDate day, Statement.Book book) {
        StatementReader reader = terms.reader(broker).orElseThrow();
        DayBooks books = files.read(broker, day, reader);
        Instant now = clock.instant();
        books.refused().forEach(file -> alerts.raise(BookAlerts.refused(broker, day, file, now)));
        if (!books.quarantined().isEmpty()) {
            alerts.raise(BookAlerts.quarantined(broker, day, books.quarantined(), now));
        }
        String what = book.name().toLowerCase(java.util.Locale.ROOT);
        Optional<Instant> due = terms.due(broker, day);
        if (books.has(book)) {
            due.filter(books.newest()::isAfter)
                    .ifPresent(_ ->
                            alerts.raise(BookAlerts.arrived(broker, day, what, books.newest())));
            return Optional.of(books);
        }
        due.filter(now::isAfter)
                .ifPresent(time -> alerts.raise(BookAlerts.late(broker, day, what, time, now)));
        return Optional.empty();
    }
}
