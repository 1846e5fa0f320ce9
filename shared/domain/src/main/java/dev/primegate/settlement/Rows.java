package dev.primegate.settlement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table that ships beside these classes: plain cells parted by commas, under a heading. */
final class Rows {
    private Rows() {}

    /** The rows without their heading, each with as many cells as it. */
    static List<List<String>> of(String file) {
        try (InputStream stream = Rows.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing");
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            List<List<String>> rows =
                    text.lines().map(line -> List.of(line.split(",", -1))).toList();
            for (List<String> row : rows) {
                if (row.size() != rows.getFirst().size()) {
                    throw new IllegalStateException("%s has a row %s".formatted(file, row));
                }
            }
            return rows.subList(1, rows.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
