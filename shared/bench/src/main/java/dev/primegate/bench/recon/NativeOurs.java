package dev.primegate.bench.recon;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@link Ours} as reconcile runs it: compiled before. */
final class NativeOurs {
    /**
     * All it stands on; the rest of our own class path would be compiled in vain, or not at all.
     */
    private static final List<String> NEEDED = List.of("primegate", "fastcsv", "jspecify");

    private NativeOurs() {}

    /**
     * Compiles it into {@code folder}, which takes a minute or two.
     *
     * @return nothing where no {@code GRAALVM_HOME} names a native-image
     */
    static Optional<Path> compiled(Path folder) throws IOException, InterruptedException {
        Optional<Path> compiler =
                Optional.ofNullable(System.getenv("GRAALVM_HOME"))
                        .map(home -> Path.of(home, "bin", "native-image"))
                        .filter(Files::isExecutable);
        if (compiler.isEmpty()) {
            return Optional.empty();
        }
        Path program = folder.resolve("primegate-native");
        Process process =
                new ProcessBuilder(
                                compiler.get().toString(),
                                "--no-fallback",
                                "-cp",
                                classPath(System.getProperty("java.class.path")),
                                Ours.class.getName(),
                                "-o",
                                program.toString())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        String said;
        try (var output = process.getInputStream()) {
            said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (process.waitFor() != 0) {
            throw new IOException("native-image failed: " + said);
        }
        return Optional.of(program);
    }

    static String classPath(String whole) {
        return Arrays.stream(whole.split(File.pathSeparator))
                .filter(entry -> {
                    Path path = Path.of(entry);
                    String name = String.valueOf(path.getFileName());
                    return !name.endsWith(".jar") || NEEDED.stream().anyMatch(name::contains);
                })
                .collect(Collectors.joining(File.pathSeparator));
    }
}
