package dev.primegate.cli;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads copies of the books: what the API said of an order or a trail, and DynamoDB's <a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html">
 * exports</a>, whose folders begin with the time of their making.
 */
final class CopyReader {
    private static final String PACKED = ".json.gz";

    private CopyReader() {}

    /**
     * The copies at {@code path}, the oldest first.
     *
     * @throws RefusedException if there is none
     * @throws IOException if the disk fails
     */
    static List<Copy> read(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new RefusedException("there is no " + path);
        }
        List<Copy> copies = Files.isDirectory(path) ? exports(path) : List.of(file(path));
        if (copies.isEmpty()) {
            throw new RefusedException("no *%s is in %s".formatted(PACKED, path));
        }
        return copies;
    }

    private static Copy file(Path file) throws IOException {
        if (!file.toString().endsWith(PACKED)) {
            return SaidFile.read(file);
        }
        Copy copy = new Copy(file.toString(), false);
        lines(file, copy);
        return copy;
    }

    private static List<Copy> exports(Path folder) throws IOException {
        SortedMap<Path, List<Path>> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> file.toString().endsWith(PACKED))
                    .sorted()
                    .forEach(file ->
                            files.computeIfAbsent(
                                            file.toAbsolutePath().getParent(),
                                            _ -> new ArrayList<>())
                                    .add(file));
        }
        List<Copy> copies = new ArrayList<>();
        for (var export : files.entrySet()) {
            Copy copy = new Copy(name(folder, export.getKey()), true);
            Manifest manifest = Manifest.of(export.getKey(), copy);
            for (Path file : export.getValue()) {
                manifest.holds(file, lines(file, copy));
            }
            manifest.nothingIsMissing();
            copies.add(copy);
        }
        return copies;
    }

    private static String name(Path folder, Path data) {
        Path within = folder.toAbsolutePath().relativize(data);
        Optional<Path> parent =
                Optional.ofNullable(within.getParent()).filter(_ -> within.endsWith("data"));
        return Optional.of(parent.orElse(within).toString())
                .filter(name -> !name.isEmpty())
                .orElse(folder.toString());
    }

    /** How many lines there were. */
    private static long lines(Path file, Copy copy) throws IOException {
        long number = 0;
        try (InputStream in = Files.newInputStream(file);
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                long at = number;
                ExportRecord.read(line)
                        .ifPresentOrElse(
                                copy::take,
                                () -> copy.found(Finding.of(file + ", line " + at, "is no item")));
            }
        } catch (EOFException | ZipException e) {
            copy.found(
                    Finding.of(file + ", after line " + number, "is damaged: " + e.getMessage()));
        }
        return number;
    }
}
