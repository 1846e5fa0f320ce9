package dev.primegate.statement;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

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
        rows++;
        if (rows > MOST_ROWS) {
            throw new BadFileException("it has more than %d rows".formatted(MOST_ROWS));
        }
        try {
            lines.add(row.read(new Origin(source, line)));
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
}
