package dev.primegate.bench.recon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who compares, in a process of their own, so that what they use is told by the system.
 *
 * @param command what starts them; the files are in it
 */
record Contender(String name, List<String> command) {
    private static final Pattern LAST =
            Pattern.compile("breaks=(\\d+) cpuMillis=(\\d+) peakKb=(\\d+)\\s*$");
    private static final int MOST_MINUTES = 15;

    /** What came of it. */
    sealed interface Outcome {
        record Done(long breaks, long cpuMillis, long peakKilobytes) implements Outcome {}

        /** They are not here, or gave up. */
        record Skipped(String why) implements Outcome {}
    }

    Outcome run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said;
        try (var output = process.getInputStream()) {
            said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            var _ = process.destroyForcibly();
            return new Outcome.Skipped("took more than %d minutes".formatted(MOST_MINUTES));
        }
        return read(said);
    }

    static Outcome read(String said) {
        Matcher last = LAST.matcher(said);
        if (!last.find()) {
            return new Outcome.Skipped(why(said.strip().lines().toList()));
        }
        return new Outcome.Done(
                Long.parseLong(last.group(1)),
                Long.parseLong(last.group(2)),
                Long.parseLong(last.group(3)));
    }

    /** The line that names what was thrown; Java says it first, Python last. */
    private static String why(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains("Exception") || line.contains("Error"))
                .findFirst()
                .orElseGet(() -> lines.isEmpty() ? "said nothing" : lines.getLast());
    }
}
