package dev.primegate.statement;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Reads CSV and XML as mappings say; the first mapping that takes a name reads the file. */
public final class MappedStatements implements StatementReader {
    private final List<FileMapping> mappings;
    private final Spellings spellings;

    public MappedStatements(List<FileMapping> mappings, Spellings spellings) {
        this.mappings = List.copyOf(mappings);
        this.spellings = spellings;
    }

    @Override
    public Reading read(StatementFile file) {
        for (FileMapping mapping : mappings) {
            Matcher name = mapping.fileName().matcher(file.name());
            if (name.matches()) {
                try {
                    return new Reading.Whole(read(file, mapping, name));
                } catch (BadFileException | IllegalArgumentException e) {
                    return new Reading.Refused(String.valueOf(e.getMessage()));
                }
            }
        }
        return new Reading.Refused("no mapping reads a file of this name");
    }

    private Statement read(StatementFile file, FileMapping mapping, Matcher name) {
        LocalDate day = Fields.day("its name", String.valueOf(name.group(FileMapping.DAY)));
        Optional<String> hash = group(name, FileMapping.HASH).map(h -> h.toLowerCase(Locale.ROOT));
        if (hash.isPresent() && !hash.get().equals(file.hash())) {
            throw new BadFileException("its name promises another hash than " + file.hash());
        }
        if (hash.isEmpty() && !mapping.layout().tellsItsEnd()) {
            throw new BadFileException("its name has no hash, and it has no trailer");
        }
        RowReader reader = new RowReader(file);
        MappedRows lines = new MappedRows(mapping, spellings);
        switch (mapping.layout()) {
            case FileMapping.Layout.Csv csv -> read(file, csv, lines, reader);
            case FileMapping.Layout.Xml(String row) ->
                    XmlText.each(
                            file.text(),
                            new XmlRows(
                                    row,
                                    (line, fields) ->
                                            reader.read(
                                                    line, origin -> lines.line(origin, fields))));
        }
        return new Statement(
                file.name(),
                mapping.name() + group(name, FileMapping.WHOSE).map(w -> " " + w).orElse(""),
                day,
                Set.of(mapping.book()),
                reader.lines(),
                reader.quarantined());
    }

    private static void read(
            StatementFile file, FileMapping.Layout.Csv csv, MappedRows lines, RowReader reader) {
        CsvTable table = CsvTable.of(file.text(), csv.separator());
        table.require(lines.mapping().columns().values());
        List<CsvRecord> rows =
                csv.trailer().map(word -> above(word, table.rows())).orElse(table.rows());
        for (CsvRecord row : rows) {
            reader.read(
                    row.getStartingLineNumber(), origin -> lines.line(origin, table.fields(row)));
        }
    }

    /** The rows above the trailer, if they are as many as it says. */
    private static List<CsvRecord> above(String word, List<CsvRecord> rows) {
        if (rows.isEmpty() || !rows.getLast().getField(0).equals(word)) {
            throw new BadFileException("it does not end with " + word);
        }
        List<CsvRecord> above = rows.subList(0, rows.size() - 1);
        String count = rows.getLast().getFieldCount() > 1 ? rows.getLast().getField(1) : "";
        if (!count.equals(Integer.toString(above.size()))) {
            throw new BadFileException(
                    "it promises %s rows and has %d".formatted(Clip.of(count), above.size()));
        }
        return above;
    }

    private static Optional<String> group(Matcher name, String group) {
        return name.namedGroups().containsKey(group)
                ? Optional.ofNullable(name.group(group))
                : Optional.empty();
    }
}
