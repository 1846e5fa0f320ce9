package dev.primegate.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet makes of a table. */
class TableCsvTest {
    @Test
    void aLongIdIsTextAndAFigureIsAFigure() {
        Table table =
                new Table(
                        "t",
                        List.of(new Table.Column("execId", false), new Table.Column("qty", true)),
                        List.of(List.of("12345678901234567890", "-0.0000000001")));

        assertThat(TableCsv.write(table))
                .isEqualTo(
                        "\uFEFFexecId,qty\r\n"
                                + "\"=\"\"12345678901234567890\"\"\",-0.0000000001\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00123",
                "1E5",
                "MAR1",
                "2026-11-20",
                "+1",
                "-1+2",
                "@SUM(A1)",
                "=1+1",
                "=cmd|' /C calc'!A0",
                "\tx",
                "\rx",
                "a\"&HYPERLINK(\"http://x\")&\"",
                "x,y",
                "a\nb",
                " =1",
                "\uFF1D1+1",
                "'x",
                "TRUE1",
                "a="
            })
    void textIsNeverCalculatedNorTakenForANumber(String text) {
        String shown = result(cell(text, false));

        assertThat(shown).isEqualTo(text);
    }

    @Test
    void whatIsNoFigureIsTextInAColumnOfFigures() {
        assertThat(cell("=1+1", true)).isEqualTo("=\"=1+1\"");
        assertThat(cell("1e5", true)).isEqualTo("=\"1e5\"");
        assertThat(cell("", true)).isEmpty();
    }

    @Test
    void whatIsTooLongForAFormulaIsTextAllTheSame() {
        assertThat(cell("=".repeat(300), false)).isEqualTo("'" + "=".repeat(300));
    }

    @Test
    void aWordStandsAsItIs() {
        assertThat(cell("coinbase-prime", false)).isEqualTo("coinbase-prime");
        assertThat(cell("BTC-USD", false)).isEqualTo("BTC-USD");
    }

    /** What a spreadsheet shows of a cell that is one text in a formula, and nothing else. */
    private static String result(String cell) {
        assertThat(cell).startsWith("=\"").endsWith("\"");
        String literal = cell.substring(2, cell.length() - 1);
        assertThat(literal.replace("\"\"", "")).doesNotContain("\"");
        return literal.replace("\"\"", "\"");
    }

    private static String cell(String text, boolean figures) {
        Table table =
                new Table(
                        "t",
                        List.of(new Table.Column("id", false), new Table.Column("c", figures)),
                        List.of(List.of("x", text)));
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().ofCsvRecord(TableCsv.write(table).substring(1))) {
            return reader.stream().toList().getLast().getField(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
