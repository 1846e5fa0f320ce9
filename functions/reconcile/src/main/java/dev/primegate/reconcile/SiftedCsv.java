package dev.primegate.reconcile;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.primegate.comparison.Residue;
import dev.primegate.comparison.TradeReport;
import dev.primegate.statement.Named;
import dev.primegate.statement.TradeCsv;
import dev.primegate.statement.TradeLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a part left, as a file: a row of what it is, then a row for each trade, whose last cell is
 * the line of {@link TradeCsv}. The cells before it say what that does not: whose book, where it
 * was read, how its instrument was spelled. Gzip tells a torn file.
 */
final class SiftedCsv {
    private static final String OURS = "ours";
    private static final String BROKERS = "brokers";

    private SiftedCsv() {}

    static byte[] write(Sifted sifted) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvWriter csv =
                CsvWriter.builder()
                        .build(
                                new OutputStreamWriter(
                                        new GZIPOutputStream(bytes), StandardCharsets.UTF_8))) {
            TradeReport report = sifted.left().report();
            csv.writeRecord(
                    sifted.version(),
                    sifted.digest(),
                    sifted.asOf().toString(),
                    Long.toString(report.ours()),
                    Long.toString(report.brokers()),
                    Long.toString(report.matched()));
            sifted.left().ours().forEach(line -> write(csv, OURS, line));
            sifted.left().brokers().forEach(line -> write(csv, BROKERS, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(CsvWriter csv, String book, TradeLine line) {
        csv.writeRecord(
                book,
                line.origin().source(),
                Long.toString(line.origin().line()),
                line.instrument().spelling(),
                TradeCsv.write(line));
    }

    static Sifted read(byte[] file) {
        List<TradeLine> ours = new ArrayList<>();
        List<TradeLine> brokers = new ArrayList<>();
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder()
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(
                                new InputStreamReader(
                                        new GZIPInputStream(new ByteArrayInputStream(file)),
                                        StandardCharsets.UTF_8))) {
            var rows = csv.iterator();
            CsvRecord head = rows.next();
            rows.forEachRemaining(row -> book(row, ours, brokers).add(line(row)));
            return new Sifted(
                    head.getField(0),
                    head.getField(1),
                    Instant.parse(head.getField(2)),
                    new Residue(report(head), ours, brokers));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TradeReport report(CsvRecord head) {
        return new TradeReport(
                Long.parseLong(head.getField(3)),
                Long.parseLong(head.getField(4)),
                Long.parseLong(head.getField(5)),
                0);
    }

    private static List<TradeLine> book(
            CsvRecord row, List<TradeLine> ours, List<TradeLine> brokers) {
        return switch (row.getField(0)) {
            case OURS -> ours;
            case BROKERS -> brokers;
            default -> throw new IllegalStateException("a row of no book: " + row.getField(0));
        };
    }

    private static TradeLine line(CsvRecord row) {
        TradeLine line =
                TradeCsv.read(row.getField(4), row.getField(1), Long.parseLong(row.getField(2)));
        return new TradeLine(
                line.origin(),
                line.account(),
                line.id(),
                line.order(),
                new Named(row.getField(3), line.instrument().symbol()),
                line.side(),
                line.quantity(),
                line.price(),
                line.currency(),
                line.fee(),
                line.days(),
                line.busted());
    }
}
