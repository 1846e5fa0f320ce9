package dev.primegate.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table as CSV that a spreadsheet opens as it is meant: UTF-8 with its mark, RFC 4180 lines.
 *
 * <p>A spreadsheet guesses. An id of twenty digits becomes a number of fifteen, {@code 1E5} a
 * hundred thousand, {@code MAR1} a day in March, and what begins with {@code =} is calculated. So
 * text stands as it is only if it is a word; all other text becomes a formula whose result is that
 * very text: {@code ="00123"}. Figures stay figures, so that they add up; a spreadsheet shows
 * fifteen digits of them, and the file has all.
 */
public final class TableCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern FIGURE = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]([A-Za-z ./_-]*[A-Za-z])?");

    /** Excel takes no longer text within a formula. */
    private static final int LONGEST = 255;

    private TableCsv() {}

    public static String write(Table table) {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(table.columns().stream().map(Table.Column::name).toList());
            for (List<String> row : table.rows()) {
                csv.writeRecord(cells(table.columns(), row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> cells(List<Table.Column> columns, List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int place = 0; place < row.size(); place++) {
            String cell = row.get(place);
            boolean figure = columns.get(place).figures() && FIGURE.matcher(cell).matches();
            cells.add(figure ? cell : text(cell));
        }
        return cells;
    }

    private static String text(String text) {
        if (text.isEmpty() || WORD.matcher(text).matches()) {
            return text;
        }
        // Too long for a formula: a quote in front makes it text, and is seen.
        return text.length() > LONGEST ? "'" + text : "=\"" + text.replace("\"", "\"\"") + "\"";
    }
}
