package dev.primegate.statement;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the files that Clear Street leaves each day. Their names carry the hash of what is in them,
 * which is checked before anything is read.
 *
 * <p>The same rows are published for the organisation, each entity and each account; one level is
 * read, because two would double every trade.
 */
public final class ClearStreetStatements implements StatementReader {
    private final String level;
    private final ClearStreetRows rows;

    /**
     * A reader of one level.
     *
     * @param level org, entity or account
     */
    public ClearStreetStatements(String level, Spellings spellings) {
        if (!Set.of("org", "entity", "account").contains(level)) {
            throw new IllegalArgumentException("no level of Clear Street: " + level);
        }
        this.level = level;
        this.rows = new ClearStreetRows(spellings);
    }

    @Override
    public Reading read(StatementFile file) {
        if (ClearStreetName.isForPeople(file.name())) {
            return new Reading.Passed("it is for people");
        }
        try {
            Optional<ClearStreetName> name = ClearStreetName.of(file.name());
            if (name.isEmpty()) {
                return new Reading.Refused("its name is none of Clear Street's");
            }
            return read(file, name.get());
        } catch (BadFileException | IllegalArgumentException e) {
            return new Reading.Refused(String.valueOf(e.getMessage()));
        }
    }

    private Reading read(StatementFile file, ClearStreetName name) {
        String hash = file.hash();
        if (!hash.equals(name.hash())) {
            return new Reading.Refused("its name promises another hash than " + hash);
        }
        if (!name.level().equals(level)) {
            return new Reading.Passed("it is of the level %s".formatted(name.level()));
        }
        CsvTable table = CsvTable.of(file.text(), ',');
        table.require(ClearStreetRows.columns(name.activity()));
        RowReader reader = new RowReader(file);
        for (CsvRecord row : table.rows()) {
            reader.read(
                    row.getStartingLineNumber(),
                    origin -> rows.line(name, origin, table.fields(row)));
        }
        return new Reading.Whole(
                new Statement(
                        file.name(),
                        name.about(),
                        name.day(),
                        Set.of(ClearStreetRows.book(name.activity())),
                        reader.lines(),
                        reader.quarantined()));
    }
}
