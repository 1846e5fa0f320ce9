package dev.primegate.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
    @TempDir private Path folder = Path.of("replaced");

    @Test
    void aJournalThatCannotBeReadIsLeftToWhoMendsIt() throws IOException {
        Path file = folder.resolve("journal.jsonl");
        Files.writeString(file, "no entry\n");
        assertThatThrownBy(() -> Journal.in(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a journal entry");

        Files.writeString(file, "");

        try (Journal journal = Journal.in(folder)) {
            assertThat(journal.history()).isEmpty();
        }
    }

    @Test
    void aFolderIsOneSimulatorsAlone() {
        Journal first = Journal.in(folder);
        assertThatThrownBy(() -> Journal.in(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("belongs to another simulator");
        first.close();

        Journal.in(folder).close();
    }
}
