package dev.primegate.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What one file says.
 *
 * @param file its name
 * @param about what it is a statement of; a later file about the same takes its place
 * @param day whose books they are
 * @param books which books are in it: one that has no lines is empty, one that is not named is not
 *     there
 * @param lines those of its rows that are wanted
 * @param accounts every account that a row of it names, wanted or not
 */
public record Statement(
        String file,
        String about,
        LocalDate day,
        Set<Book> books,
        List<StatementLine> lines,
        List<Quarantined> quarantined,
        Set<String> accounts) {
    /** What a file may tell of. */
    public enum Book {
        TRADES,
        HOLDINGS,
        CASH,
        JOURNAL
    }

    public Statement {
        books = Set.copyOf(books);
        lines = List.copyOf(lines);
        quarantined = List.copyOf(quarantined);
        accounts = Set.copyOf(accounts);
    }

    /** One of which every line is wanted. */
    public Statement(
            String file,
            String about,
            LocalDate day,
            Set<Book> books,
            List<StatementLine> lines,
            List<Quarantined> quarantined) {
        this(
                file,
                about,
                day,
                books,
                lines,
                quarantined,
                lines.stream().map(StatementLine::account).collect(Collectors.toSet()));
    }

    /** The same file, of whose lines only these are kept. */
    Statement only(Predicate<StatementLine> wanted) {
        return new Statement(
                file,
                about,
                day,
                books,
                lines.stream().filter(wanted).toList(),
                quarantined,
                accounts);
    }

    /**
     * A row that cannot be read.
     *
     * @param line the first line of it, counted from 1, or of JSON its number in the list
     */
    public record Quarantined(String file, long line, String reason) {}
}
