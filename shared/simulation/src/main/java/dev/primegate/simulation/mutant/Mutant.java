package dev.primegate.simulation.mutant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The product with a few lines edited.
 *
 * @param breaks the promise that no longer holds, in words
 */
public record Mutant(String name, String breaks, List<Edit> edits) {
    /**
     * One edit of a source file.
     *
     * @param file from the project's root
     * @param before what stands there exactly once
     */
    record Edit(String file, String before, String after) {}

    static Mutant of(String name, String breaks, Edit... edits) {
        return new Mutant(name, breaks, List.of(edits));
    }

    /**
     * The edited files of the project at {@code root}, by path.
     *
     * @throws IllegalStateException if what is to be edited does not stand there exactly once: the
     *     product changed, and the mutant must follow
     */
    Map<Path, String> sources(Path root) {
        Map<Path, String> sources = new LinkedHashMap<>();
        for (Edit edit : edits) {
            Path path = root.resolve(edit.file);
            String source = sources.computeIfAbsent(path, Mutant::read);
            int at = source.indexOf(edit.before);
            if (at < 0 || source.indexOf(edit.before, at + 1) >= 0) {
                throw new IllegalStateException(
                        "mutant %s: not exactly once in %s: %s"
                                .formatted(name, edit.file, edit.before));
            }
            sources.put(path, source.replace(edit.before, edit.after));
        }
        return sources;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
