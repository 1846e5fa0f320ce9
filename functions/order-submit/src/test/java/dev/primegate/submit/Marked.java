package dev.primegate.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a document that is made from the code, and held to it. */
final class Marked {
    private Marked() {}

    /** Fails if the part named {@code name} of {@code file} is not {@code current}. */
    static void check(Path file, String name, String current) {
        String begin = "<!-- %s: made by a test from the code -->".formatted(name);
        String end = "<!-- /%s -->".formatted(name);
        String text = read(file);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        assertThat(from).as("%s has no part %s", file, name).isNotNegative();
        assertThat(to).as("%s has no end of %s", file, name).isGreaterThan(from);
        String made =
                text.substring(0, from + begin.length())
                        + "\n\n"
                        + current
                        + "\n"
                        + text.substring(to);
        Path copy = write(Path.of("target", file.getFileName().toString()), made);
        assertThat(text)
                .as("%s is not what the code does; the current one is %s", file, copy)
                .isEqualTo(made);
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
