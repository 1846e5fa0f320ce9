package dev.primegate.bench.recon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What this process has used since it began, as the system counts it: all threads, start-up too.
 */
record Cost(Duration cpu, long peakKilobytes) {
    /** Linux alone says how much a process ever had resident. */
    static Cost sofar() throws IOException {
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        long peak =
                Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.replaceAll("[^0-9]", ""))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElse(0);
        return new Cost(cpu, peak);
    }

    /** The last line a contender prints; the same as {@code contender.py} prints. */
    String line(long breaks) {
        return "breaks=%d cpuMillis=%d peakKb=%d".formatted(breaks, cpu.toMillis(), peakKilobytes);
    }
}
