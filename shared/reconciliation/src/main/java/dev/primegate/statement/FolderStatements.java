package dev.primegate.statement;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.primegate.instrument.BrokerId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder in which each broker has one, and in it each day: {@code clear-street/2026-11-20/}. What
 * became of the files stands beside them in a file of its own, to which lines are only added.
 */
public final class FolderStatements implements StatementStore {
    private static final String MARKS = ".marks.csv";

    private final Path root;

    public FolderStatements(Path root) {
        this.root = root;
    }

    @Override
    public List<Arrival> list(BrokerId broker, LocalDate day) {
        Path folder = folder(broker, day);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Arrival> arrivals = new ArrayList<>();
            // A link may lead anywhere; a dot hides what is still being written.
            for (Path file :
                    files.filter(FolderStatements::counts).limit(MOST_FILES + 1L).toList()) {
                BasicFileAttributes attributes =
                        Files.readAttributes(
                                file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                String name = file.getFileName().toString();
                Instant at = attributes.lastModifiedTime().toInstant();
                arrivals.add(new Arrival(broker, day, name, at, attributes.size()));
            }
            if (arrivals.size() > MOST_FILES) {
                throw new IllegalStateException("%s has too many files".formatted(folder));
            }
            arrivals.sort(Comparator.comparing(Arrival::at).thenComparing(Arrival::name));
            return List.copyOf(arrivals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean counts(Path file) {
        return !file.getFileName().toString().startsWith(".")
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public StatementFile read(Arrival arrival) {
        Path file = folder(arrival.broker(), arrival.day()).resolve(arrival.name());
        try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = stream.readNBytes(StatementFile.MOST_BYTES + 1);
            if (content.length > StatementFile.MOST_BYTES) {
                throw new IOException("longer than %d bytes".formatted(StatementFile.MOST_BYTES));
            }
            return new StatementFile(arrival.name(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void mark(Arrival arrival, Mark mark) {
        List<Mark> before = history(arrival);
        if (!before.isEmpty() && before.getLast().saysTheSameAs(mark)) {
            return;
        }
        try (CsvWriter writer =
                CsvWriter.builder()
                        .build(
                                marks(arrival),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.APPEND)) {
            List<String> row = new ArrayList<>(mark.fields());
            row.addFirst(arrival.name());
            writer.writeRecord(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Mark> history(Arrival arrival) {
        Path file = marks(arrival);
        if (!Files.exists(file)) {
            return List.of();
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            return reader.stream()
                    .filter(row -> row.getField(0).equals(arrival.name()))
                    .map(row -> Mark.of(row.getFields().subList(1, row.getFieldCount())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(BrokerId broker, LocalDate day) {
        return root.resolve(broker.name()).resolve(day.toString());
    }

    private Path marks(Arrival arrival) {
        return folder(arrival.broker(), arrival.day()).resolve(MARKS);
    }
}
