package dev.primegate.reconcile;

import dev.primegate.alert.AlertLog;
import dev.primegate.instrument.BrokerId;
import dev.primegate.statement.DayBooks;
import dev.primegate.statement.DayFiles;
import dev.primegate.statement.Statement;
import dev.primegate.statement.StatementLine;
import dev.primegate.statement.StatementReader;
import dev.primegate.statement.StatementStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a broker's files say of a day; what is wrong with them is told. */
@Singleton
class TheirBooks {
    /** Longer than any market is closed. */
    private static final int MOST_BACK = 10;

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
        return read(broker, day, book, _ -> true);
    }

    /** The same, of which only the lines that are {@code wanted} are kept. */
    Optional<DayBooks> read(
            BrokerId broker, LocalDate day, Statement.Book book, Predicate<StatementLine> wanted) {
        StatementReader reader = terms.reader(broker).orElseThrow();
        DayBooks books = files.read(broker, day, reader, wanted);
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
                .filter(_ -> terms.sends(broker, book))
                .ifPresent(time -> alerts.raise(BookAlerts.late(broker, day, what, time, now)));
        return Optional.empty();
    }

    /** The latest day before {@code day} of which there are files with {@code book}. */
    Optional<DayBooks> before(BrokerId broker, LocalDate day, Statement.Book book) {
        StatementReader reader = terms.reader(broker).orElseThrow();
        return Stream.iterate(day.minusDays(1), earlier -> earlier.minusDays(1))
                .limit(MOST_BACK)
                .map(earlier -> files.read(broker, earlier, reader))
                .filter(books -> books.has(book))
                .findFirst();
    }

    /** Those of each day after {@code from} and not after {@code until}, whatever they have. */
    List<DayBooks> between(BrokerId broker, LocalDate from, LocalDate until) {
        StatementReader reader = terms.reader(broker).orElseThrow();
        return from.plusDays(1)
                .datesUntil(until.plusDays(1))
                .map(day -> files.read(broker, day, reader))
                .toList();
    }
}
