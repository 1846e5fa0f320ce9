package dev.primegate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {
    private static final String NAME = "primegate-test/broker/trade";

    @TempDir private Path folder = Path.of("");
    private SecretFiles files = new SecretFiles(Optional.empty());

    @BeforeEach
    void write() throws IOException {
        files = new SecretFiles(Optional.of(folder));
        write("trade.json", "{\"key\": \"now\"}", "rw-------");
    }

    @Test
    void theFileIsTheSecretAndItsTimeIsWhenItWasWritten() throws IOException {
        Path file = folder.resolve(NAME + ".json");

        assertThat(files.current(NAME))
                .isEqualTo(
                        new SecretVersion(
                                Secret.parse(NAME, "{\"key\": \"now\"}"),
                                Files.getLastModifiedTime(file).toInstant()));
        assertThat(files.previous(NAME)).isEmpty();
    }

    @Test
    void thePreviousOneStandsBesideIt() throws IOException {
        write("trade.previous.json", "{\"key\": \"before\"}", "rw-------");

        assertThat(files.previous(NAME)).map(secret -> secret.get("key")).contains("before");
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        write("trade.json", "{\"key\": \"now\"}", "rw-r-----");

        assertThatThrownBy(() -> files.current(NAME))
                .isInstanceOf(Secrets.SecretUnavailableException.class)
                .hasMessageContaining("others");
    }

    @Test
    void aNameCannotLeadOutOfTheFolder() {
        assertThatThrownBy(() -> files.current("../elsewhere"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileThatIsNotThereIsASecretThatCannotBeRead() {
        assertThatThrownBy(() -> files.current("primegate-test/none"))
                .isInstanceOf(Secrets.SecretUnavailableException.class);
    }

    private void write(String name, String json, String permissions) throws IOException {
        Path file = folder.resolve("primegate-test/broker").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
