package dev.primegate.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built runner, in a process of its own that can be killed. */
final class LocalProcess {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    private final Process process;
    private final Path said;

    private LocalProcess(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    static LocalProcess start(Path folder, String... options) {
        return start(folder, Map.of(), options);
    }

    /** With {@code settings} other than its own. */
    static LocalProcess start(Path folder, Map<String, String> settings, String... options) {
        try {
            Path said = Files.createTempFile(folder, "said", ".txt");
            List<String> command =
                    new ArrayList<>(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "--enable-native-access=ALL-UNNAMED"));
            settings.forEach((name, value) -> command.add("-D%s=%s".formatted(name, value)));
            command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
            command.addAll(List.of(options));
            return new LocalProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start(),
                    said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it answers at {@code api}. */
    void awaitReady(URI api) throws InterruptedException {
        HttpCalls calls = new HttpCalls(api);
        for (int i = 0; i < 600; i++) {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended: " + said());
            }
            try {
                if (calls.get("/q/health/ready").status() == 200) {
                    return;
                }
            } catch (RuntimeException _) {
                // Nobody listens yet.
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("it does not get ready: " + said());
    }

    /** As {@code kill -9} does: nothing is flushed, closed or said. */
    void kill() throws InterruptedException {
        var _ = process.destroyForcibly().waitFor();
    }

    /** Its exit status, once it has ended by itself. */
    int await() throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            kill();
            throw new IllegalStateException("it does not end: " + said());
        }
        return process.exitValue();
    }

    String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
