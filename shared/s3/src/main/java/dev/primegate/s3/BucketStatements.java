package dev.primegate.s3;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.primegate.instrument.BrokerId;
import dev.primegate.statement.StatementFile;
import dev.primegate.statement.StatementStore;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A bucket in which files lie as {@code statements/BROKER/DAY/FILE}, and what became of each as
 * {@code marks/BROKER/DAY/FILE/NUMBER}, each written once.
 */
public final class BucketStatements implements StatementStore {
    /** A mark is a line, and what could be said of a file that often is no more. */
    private static final int LONGEST_MARK = 64 << 10;

    private static final int MOST_MARKS = 1_000;

    private final Bucket bucket;

    public BucketStatements(Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public List<Arrival> list(BrokerId broker, LocalDate day) {
        String folder = "statements/%s/%s/".formatted(broker.name(), day);
        List<Arrival> arrivals =
                bucket.list(folder, MOST_FILES).stream()
                        .filter(entry -> counts(entry.key().substring(folder.length())))
                        .map(entry -> arrival(broker, day, folder, entry))
                        .sorted(Comparator.comparing(Arrival::at).thenComparing(Arrival::name))
                        .toList();
        if (arrivals.size() > MOST_FILES) {
            throw new IllegalStateException("%s has too many files".formatted(folder));
        }
        return arrivals;
    }

    /** A folder within is none of ours; a dot hides what is still being written. */
    private static boolean counts(String name) {
        return !name.isEmpty() && !name.startsWith(".") && name.indexOf('/') < 0;
    }

    private static Arrival arrival(
            BrokerId broker, LocalDate day, String folder, BucketEntry entry) {
        return new Arrival(
                broker, day, entry.key().substring(folder.length()), entry.at(), entry.size());
    }

    @Override
    public StatementFile read(Arrival arrival) {
        return new StatementFile(
                arrival.name(), content("statements/" + place(arrival), StatementFile.MOST_BYTES));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Of two that write something else at once the later one throws; its next run reads the
     * other's.
     */
    @Override
    public void mark(Arrival arrival, Mark mark) {
        List<Mark> before = history(arrival);
        if (!before.isEmpty() && before.getLast().saysTheSameAs(mark)) {
            return;
        }
        String key = "%s%06d".formatted(marks(arrival), before.size() + 1);
        if (!bucket.putNew(key, row(mark).getBytes(StandardCharsets.UTF_8))
                && !mark(key).saysTheSameAs(mark)) {
            throw new IllegalStateException("%s was written by another run".formatted(key));
        }
    }

    @Override
    public List<Mark> history(Arrival arrival) {
        return bucket.list(marks(arrival), MOST_MARKS).stream()
                .map(entry -> mark(entry.key()))
                .toList();
    }

    private Mark mark(String key) {
        String row = new String(content(key, LONGEST_MARK), StandardCharsets.UTF_8);
        try (var reader = CsvReader.builder().ofCsvRecord(row)) {
            return Mark.of(reader.iterator().next().getFields());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] content(String key, int most) {
        try {
            return bucket.get(key, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(Mark mark) {
        StringWriter row = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(row)) {
            csv.writeRecord(mark.fields());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return row.toString();
    }

    private static String marks(Arrival arrival) {
        return "marks/%s/".formatted(place(arrival));
    }

    private static String place(Arrival arrival) {
        return "%s/%s/%s".formatted(arrival.broker().name(), arrival.day(), arrival.name());
    }
}
