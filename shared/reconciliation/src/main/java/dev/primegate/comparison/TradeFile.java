package dev.primegate.comparison;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.primegate.statement.TradeCsv;
import dev.primegate.statement.TradeLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * Trades in a file that {@link TradeCsv} wrote: one row a line, columns in one order, so that a row
 * is printed from the reader's own buffer and nothing is built for it.
 */
public record TradeFile(Path file, String source) implements Trades {
    /** Of an id that is read without being built. */
    private static final int LONGEST = 64;

    @Override
    public void print(Prints points, Consumer<Print> rows) {
        Columns columns = new Columns(new Print(points));
        try (CsvReader<Print> reader = CsvReader.builder().build(columns, file)) {
            // The heading is a row of the file and none of the book.
            for (Print row : reader) {
                if (columns.isPastHeading()) {
                    rows.accept(row);
                }
            }
        } catch (CsvParseException e) {
            throw new IllegalStateException(source + " is no file of ours", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<TradeLine> pick(Prints points, LongPredicate ids) {
        Print print = new Print(points);
        List<TradeLine> picked = new ArrayList<>();
        char[] plain = new char[LONGEST];
        try (Lines lines = new Lines(file)) {
            long number = lines.next() ? 1 : 0;
            while (lines.next()) {
                number++;
                int length = lines.head(plain);
                char[] id = length < 0 ? TradeCsv.id(lines.text()).toCharArray() : plain;
                print.begin(id, 0, length < 0 ? id.length : length);
                if (ids.test(print.id())) {
                    picked.add(TradeCsv.read(lines.text(), source, number));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return picked;
    }

    /** Prints each field as it passes by; which one it is, its place says. */
    private static final class Columns extends AbstractBaseCsvCallbackHandler<Print> {
        private final Print print;
        private long line;
        private boolean hasFee;

        Columns(Print print) {
            this.print = print;
        }

        boolean isPastHeading() {
            return line > 1;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line++;
            if (startingLineNumber != line) {
                throw new IllegalStateException("a row has a line break before line " + line);
            }
        }

        @Override
        protected void handleField(int column, char[] text, int from, int length, boolean quoted) {
            if (line == 1) {
                TradeCsv.requireHeading(column, new String(text, from, length));
                return;
            }
            int to = from + length;
            switch (TradeCsv.column(column)) {
                case ID -> print.begin(text, from, to);
                case INSTRUMENT, SIDE, CURRENCY, TRADED, SETTLES -> print.text(text, from, to);
                case QUANTITY, PRICE -> {
                    var _ = print.number(text, from, to);
                }
                case FEE -> hasFee = print.number(text, from, to);
                case FEE_ASSET -> print.text(text, from, hasFee ? to : from);
                case BUSTED -> print.flag(length == 4);
                // They tell nothing that is compared; see SameTrade.
                case ORDER, ACCOUNT, TIME -> {}
            }
        }

        @Override
        protected Print buildRecord() {
            if (getFieldCount() != TradeCsv.columns()) {
                throw new IllegalStateException(
                        "line %d has %d columns".formatted(line, getFieldCount()));
            }
            return print;
        }
    }
}
