package dev.primegate.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
    @TempDir Path folder;

    /** Wherever a line begins and ends in what is read at once, and however long it is. */
    @Test
    void linesOfAnyLengthAreThoseOfTheFile() throws IOException {
        Random random = new Random(3);
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            int length = i % 1_000 == 7 ? 200_000 : random.nextInt(120);
            written.add((i % 3 == 0 ? "é" : "e").repeat(length));
        }
        Path file = Files.write(folder.resolve("lines"), written);

        assertThat(read(file)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "a", "a\n", "a\n\nb", "\n\n", "a\r\nb\r\n"})
    void theEndOfAFileIsTheEndOfItsLastLine(String text) throws IOException {
        assertThat(read(Files.writeString(folder.resolve("end"), text)))
                .isEqualTo(text.lines().toList());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`id,rest`, id",
                "`,rest`, ``",
                "`12345678,rest`, 12345678",
                "`1234567890,rest`,",
                "`\"id\",rest`,",
                "`i\"d,rest`,",
                "`ié,rest`,",
                "`id`,"
            })
    void aPlainHeadIsReadAndNoOther(String line, String expected) throws IOException {
        char[] text = new char[9];
        try (Lines lines = new Lines(Files.writeString(folder.resolve("head"), line))) {
            assertThat(lines.next()).isTrue();
            int length = lines.head(text);

            assertThat(length < 0 ? null : new String(text, 0, length)).isEqualTo(expected);
        }
    }

    private static List<String> read(Path file) throws IOException {
        List<String> read = new ArrayList<>();
        try (Lines lines = new Lines(file)) {
            while (lines.next()) {
                read.add(lines.text());
            }
        }
        return read;
    }
}
