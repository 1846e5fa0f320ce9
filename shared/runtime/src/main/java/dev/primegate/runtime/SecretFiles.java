package dev.primegate.runtime;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * Files in a folder, for a machine without a store: {@code NAME.json}, and {@code
 * NAME.previous.json} beside it while that is still taken. A file that others than its owner may
 * read is no secret, and is refused.
 */
@Singleton
class SecretFiles implements SecretSource {
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    private final Optional<Path> folder;

    @Inject
    SecretFiles(SecretsConfig config) {
        this(config.folder());
    }

    SecretFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    @Override
    public String id() {
        return "files";
    }

    @Override
    public SecretVersion current(String name) {
        Path file = file(name, ".json");
        try {
            return new SecretVersion(read(name, file), Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new Secrets.SecretUnavailableException(name, e);
        }
    }

    @Override
    public Optional<Secret> previous(String name) {
        Path file = file(name, ".previous.json");
        try {
            return Files.exists(file) ? Optional.of(read(name, file)) : Optional.empty();
        } catch (IOException e) {
            throw new Secrets.SecretUnavailableException(name, e);
        }
    }

    private static Secret read(String name, Path file) throws IOException {
        PosixFileAttributeView posix =
                Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix != null
                && posix.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
            throw new Secrets.SecretUnavailableException(
                    name, "others than its owner may read the file");
        }
        return Secret.parse(name, Files.readString(file));
    }

    private Path file(String name, String ending) {
        Path in =
                folder.orElseThrow(() ->
                                new IllegalArgumentException("primegate.secrets.folder is not set"))
                        .toAbsolutePath()
                        .normalize();
        Path file = in.resolve(name + ending).normalize();
        if (!file.startsWith(in)) {
            throw new IllegalArgumentException("the name of a secret leads out of its folder");
        }
        return file;
    }
}
