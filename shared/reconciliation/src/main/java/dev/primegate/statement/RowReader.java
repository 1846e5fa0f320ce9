package dev.primegate.statement;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads rows one by one; one that is malformed is set aside with its reason, the others go on. */
final class RowReader {
    /** More rows than any day has; a file of more is refused. */
    private static final int MOST_ROWS = 500_000;

    private final StatementFile file;
    private final String source;
    private final List<StatementLine> lines = new ArrayList<>();
    private final List<Statement.Quarantined> quarantined = new ArrayList<>();
    private long rows;

    RowReader(StatementFile file) {
        this.file = file;
        this.source = file.name() + "#" + file.hash();
    }

    /** Takes in the row that begins at {@code line}. */
    void read(long line, Row row) {
        readAny(line, origin -> Optional.of(row.read(origin)));
    }

    /** The same, of a row that may rightly say nothing. */
    void readAny(long line, AnyRow row) {
        rows++;
        if (rows > MOST_ROWS) {
            throw new BadFileException("it has more than %d rows".formatted(MOST_ROWS));
        }
        try {
            row.read(new Origin(source, line)).ifPresent(lines::add);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            quarantined.add(
                    new Statement.Quarantined(file.name(), line, String.valueOf(e.getMessage())));
        }
    }

    long rows() {
        return rows;
    }

    List<StatementLine> lines() {
        return lines;
    }

    List<Statement.Quarantined> quarantined() {
        return quarantined;
    }

    /** Makes a line of a row. */
    @FunctionalInterface
    interface Row {
        StatementLine read(Origin origin);
    }

    /** Makes a line of a row, or none. */
    @FunctionalInterface
    interface AnyRow {
        Optional<? extends StatementLine> read(Origin origin);
    }
}
