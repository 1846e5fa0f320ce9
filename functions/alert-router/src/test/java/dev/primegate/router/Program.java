package dev.primegate.router;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A script that operators run, run by a test with another {@code aws}. */
final class Program {
    private Program() {}

    /** What it wrote to its two outputs, without the last line's end. */
    record Ended(int status, String said, String complained) {}

    /** Python itself, not one of the scripts by that name that change the path; empty if none. */
    static Optional<String> python() {
        try {
            Process process =
                    new ProcessBuilder("python3", "-c", "import sys; print(sys.executable)")
                            .start();
            return process.inputReader().lines().findFirst().filter(path -> path.startsWith("/"));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /**
     * Runs {@code words}, the first of them a program, which finds the {@code aws} of {@code
     * folder}, which asks at {@code url}; and which finds no way to the real one.
     */
    static Ended run(Path folder, String url, String... words)
            throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        Path complained = Files.createTempFile(folder, "complained", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .redirectOutput(said.toFile())
                        .redirectError(complained.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", folder + ":" + Path.of(words[0]).getParent());
        builder.environment().put("FAKE_AWS", url);
        Process process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            var _ = process.destroyForcibly();
            throw new IllegalStateException("it does not end");
        }
        return new Ended(
                process.exitValue(),
                Files.readString(said).strip(),
                Files.readString(complained).strip());
    }
}
