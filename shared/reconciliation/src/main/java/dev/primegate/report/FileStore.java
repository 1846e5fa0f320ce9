package dev.primegate.report;

import java.util.Optional;

/** Files that are written here and lie under paths. */
public interface FileStore {
    /**
     * Puts a file in its place, whole or not at all.
     *
     * @return whether it says anything else than what was there
     */
    boolean keep(String path, byte[] content);

    /** What lies there, if anything does. */
    Optional<byte[]> find(String path);
}
