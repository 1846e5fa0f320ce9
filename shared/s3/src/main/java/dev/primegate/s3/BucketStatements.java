package dev.primegate.s3;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.primegate.instrument.BrokerId;
import dev.primegate.statement.StatementFile;
import dev.primegate.statement.StatementStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket in which files lie as {@code statements/BROKER/DAY/FILE}, and what became of each as
 * {@code marks/BROKER/DAY/FILE/NUMBER}, each written once.
 */
public final class BucketStatements implements StatementStore {
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client s3;
    private final String bucket;

    public BucketStatements(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public List<Arrival> list(BrokerId broker, LocalDate day) {
        String folder = "statements/%s/%s/".formatted(broker.name(), day);
        // One more than is read, so that too many are seen, however they are cut into pages.
        List<Arrival> arrivals =
                s3
                        .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(folder))
                        .contents()
                        .stream()
                        .filter(object -> counts(object.key().substring(folder.length())))
                        .limit(MOST_FILES + 1L)
                        .map(object -> arrival(broker, day, folder, object))
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

    private static Arrival arrival(BrokerId broker, LocalDate day, String folder, S3Object object) {
        return new Arrival(
                broker,
                day,
                object.key().substring(folder.length()),
                object.lastModified(),
                object.size());
    }

    @Override
    public StatementFile read(Arrival arrival) {
        String key = "statements/" + place(arrival);
        try (InputStream stream = s3.getObject(get -> get.bucket(bucket).key(key))) {
            byte[] content = stream.readNBytes(StatementFile.MOST_BYTES + 1);
            if (content.length > StatementFile.MOST_BYTES) {
                throw new IOException("longer than %d bytes".formatted(StatementFile.MOST_BYTES));
            }
            return new StatementFile(arrival.name(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SdkException e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Of two that write at once one is refused: it throws, and its next run reads the other's.
     */
    @Override
    public void mark(Arrival arrival, Mark mark) {
        List<Mark> before = history(arrival);
        if (!before.isEmpty() && before.getLast().saysTheSameAs(mark)) {
            return;
        }
        String key = "%s%06d".formatted(marks(arrival), before.size() + 1);
        try {
            s3.putObject(
                    put -> put.bucket(bucket).key(key).ifNoneMatch("*").contentType("text/csv"),
                    RequestBody.fromString(row(mark)));
        } catch (S3Exception e) {
            if (e.statusCode() != PRECONDITION_FAILED
                    || !history(arrival).getLast().saysTheSameAs(mark)) {
                throw e;
            }
        }
    }

    @Override
    public List<Mark> history(Arrival arrival) {
        return s3
                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(marks(arrival)))
                .contents()
                .stream()
                .map(object -> mark(object.key()))
                .toList();
    }

    private Mark mark(String key) {
        String row = s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
        try (var reader = CsvReader.builder().ofCsvRecord(row)) {
            return Mark.of(reader.iterator().next().getFields());
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
