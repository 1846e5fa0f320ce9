package dev.primegate.bench.recon;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Plants differences into two files, has everybody find them, and prints what that cost. */
public final class ReconBench {
    private static final long SEED = 20261120;
    private static final String NATIVE = "primegate, native";
    private static final List<String> JVM =
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"));

    private ReconBench() {}

    /** The table; whoever found another number of breaks than were planted is named. */
    public static String report(int rows) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("primegate-recon");
        try {
            long planted =
                    Planted.write(folder, rows, SEED).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
            StringBuilder text = new StringBuilder();
            text.append(
                    "%d trades a side, %d differences planted; all of a process, its start too%n%n"
                            .formatted(rows, planted));
            text.append(
                    "%-26s %14s %10s %8s %8s%n"
                            .formatted("", "rows / CPU s", "CPU s", "peak MB", "breaks"));
            text.append(compiled(folder, rows, planted));
            for (Contender contender : contenders(folder)) {
                text.append(line(contender, rows, planted));
            }
            return text.toString();
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static String compiled(Path folder, int rows, long planted)
            throws IOException, InterruptedException {
        Optional<Path> program = NativeOurs.compiled(folder);
        if (program.isEmpty()) {
            return "%-26s skipped: GRAALVM_HOME names no native-image%n".formatted(NATIVE);
        }
        List<String> command =
                List.of(
                        program.get().toString(),
                        folder.resolve(Planted.OURS).toString(),
                        folder.resolve(Planted.BROKERS).toString());
        return line(new Contender(NATIVE, command), rows, planted);
    }

    private static List<Contender> contenders(Path folder) throws IOException {
        String ours = folder.resolve(Planted.OURS).toString();
        String brokers = folder.resolve(Planted.BROKERS).toString();
        Path script = folder.resolve("contender.py");
        try (InputStream text = ReconBench.class.getResourceAsStream("contender.py")) {
            var _ = Files.copy(Objects.requireNonNull(text), script);
        }
        return List.of(
                java("primegate", Ours.class, ours, brokers),
                java("DuckDB, decimal(28,10)", Duck.class, ours, brokers, "DECIMAL(28,10)"),
                java("DuckDB, decimal(18,8)", Duck.class, ours, brokers, "DECIMAL(18,8)"),
                python("polars", script, ours, brokers),
                python("pandas", script, ours, brokers));
    }

    private static Contender java(String name, Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(JVM);
        command.add(program.getName());
        command.addAll(List.of(arguments));
        return new Contender(name, command);
    }

    private static Contender python(String name, Path script, String ours, String brokers) {
        return new Contender(name, List.of("python3", script.toString(), name, ours, brokers));
    }

    private static String line(Contender contender, int rows, long planted)
            throws IOException, InterruptedException {
        return switch (contender.run()) {
            case Contender.Outcome.Skipped(String why) ->
                    "%-26s skipped: %s%n".formatted(contender.name(), why);
            case Contender.Outcome.Done done ->
                    "%-26s %14d %10.2f %8d %8d%s%n"
                            .formatted(
                                    contender.name(),
                                    2L * rows * 1000 / Math.max(1, done.cpuMillis()),
                                    done.cpuMillis() / 1000.0,
                                    done.peakKilobytes() / 1024,
                                    done.breaks(),
                                    done.breaks() == planted ? "" : "  WRONG");
        };
    }
}
