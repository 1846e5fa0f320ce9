package dev.primegate.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rows that can be proven: id to one-line title, in the order of {@code promises.tsv}. */
final class Promises {
    private static final String FILE = "promises.tsv";

    private Promises() {}

    static Map<String, String> all() {
        try (InputStream file = Promises.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> parse(String text) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 2 || cells[1].isBlank()) {
                throw new IllegalArgumentException("expected id, tab, title; found: " + line);
            }
            if (rows.put(cells[0], cells[1]) != null) {
                throw new IllegalArgumentException("id stands twice: " + cells[0]);
            }
        }
        return Collections.unmodifiableMap(rows);
    }
}
