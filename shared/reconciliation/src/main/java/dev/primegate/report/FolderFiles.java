package dev.primegate.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

/** Files in a folder. */
public final class FolderFiles implements FileStore {
    private final Path root;

    public FolderFiles(Path root) {
        this.root = root;
    }

    @Override
    public boolean keep(String path, byte[] content) {
        if (find(path).filter(there -> Arrays.equals(there, content)).isPresent()) {
            return false;
        }
        Path file = root.resolve(path);
        try {
            Path folder = Files.createDirectories(file.resolveSibling(""));
            // Nobody opens half a file: a dot hides what is still being written.
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

    @Override
    public Optional<byte[]> find(String path) {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(path)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
