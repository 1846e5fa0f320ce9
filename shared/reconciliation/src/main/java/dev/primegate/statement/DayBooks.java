package dev.primegate.statement;

import dev.primegate.statement.Statement.Book;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a broker's files say of a day.
 *
 * @param statements those that count
 * @param refused those of which nothing does
 * @param newest when the last file came that was read
 * @param version tells these files from any others, whichever of their lines are here
 */
public record DayBooks(
        LocalDate day,
        List<Statement> statements,
        List<Refusal> refused,
        Instant newest,
        String version) {
    /** A file that was refused whole. */
    public record Refusal(String file, String hash, String why) {}

    /** Whether there is such a book, be it empty. */
    public boolean has(Book book) {
        return statements.stream().anyMatch(s -> s.books().contains(book));
    }

    /** Its lines. */
    public <L extends StatementLine> List<L> lines(Class<L> kind) {
        return statements.stream()
                .flatMap(s -> s.lines().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The rows that could not be read. */
    public List<Statement.Quarantined> quarantined() {
        return statements.stream().flatMap(s -> s.quarantined().stream()).toList();
    }

    /** Those of files that have {@code book}: it lacks as many lines. */
    public List<Statement.Quarantined> quarantined(Book book) {
        return statements.stream()
                .filter(s -> s.books().contains(book))
                .flatMap(s -> s.quarantined().stream())
                .toList();
    }

    /** Every account that a row names. */
    public Stream<String> accounts() {
        return statements.stream().flatMap(s -> s.accounts().stream());
    }
}
