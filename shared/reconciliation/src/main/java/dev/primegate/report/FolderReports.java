package dev.primegate.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Files of reports in a folder. */
public final class FolderReports implements ReportStore {
    private final Path root;

    public FolderReports(Path root) {
        this.root = root;
    }

    @Override
    public boolean keep(String path, byte[] content) {
        Path file = root.resolve(path);
        try {
            if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
                return false;
            }
            Path folder = Files.createDirectories(file.resolveSibling(""));
            // Nobody opens half a report: a dot hides what is still being written.
            Path draft = Files.createTempFile(folder, ".", ".draft");
            Files.write(draft, content);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
