package dev.primegate.statement;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A CSV file: a heading and rows under it. Columns are found by their names, so that one more, or
 * another order, changes nothing.
 */
final class CsvTable {
    private final Map<String, Integer> places;
    private final List<CsvRecord> rows;

    private CsvTable(Map<String, Integer> places, List<CsvRecord> rows) {
        this.places = places;
        this.rows = rows;
    }

    /** Reads all of {@code text}, or throws {@link BadFileException}. */
    static CsvTable of(String text, char separator) {
        List<CsvRecord> records = new ArrayList<>();
        // A row of another length is one bad row. A quote that never closes is a torn file.
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (CsvParseException e) {
            throw new BadFileException(
                    "it is no CSV: " + Clip.of(String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (records.isEmpty()) {
            throw new BadFileException("it has no heading");
        }
        Map<String, Integer> places = new HashMap<>();
        List<String> heading = records.getFirst().getFields();
        for (int place = 0; place < heading.size(); place++) {
            if (places.put(heading.get(place).strip(), place) != null) {
                throw new BadFileException(
                        "its heading has a column twice: " + Clip.of(heading.get(place)));
            }
        }
        return new CsvTable(places, records.subList(1, records.size()));
    }

    void require(Iterable<String> columns) {
        for (String column : columns) {
            if (!places.containsKey(column)) {
                throw new BadFileException("its heading lacks the column " + column);
            }
        }
    }

    List<CsvRecord> rows() {
        return rows;
    }

    /** The fields of a row, which must have one for each column. */
    Fields fields(CsvRecord row) {
        if (row.getFieldCount() != places.size()) {
            throw new IllegalArgumentException(
                    "expected %d fields, found %d".formatted(places.size(), row.getFieldCount()));
        }
        return new Fields(
                name -> Optional.ofNullable(places.get(name)).map(place -> row.getField(place)));
    }
}
