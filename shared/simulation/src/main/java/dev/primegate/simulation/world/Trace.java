package dev.primegate.simulation.world;

import java.io.PrintStream;
import java.util.Optional;

/** What happened, step by step: a number that any difference changes, and text if it is wanted. */
public final class Trace {
    private static final long PRIME = 0x100000001b3L;

    private final Optional<PrintStream> out;
    private long hash = 0xcbf29ce484222325L;
    private long steps;

    /** Prints to {@code out}, if there is one. */
    public Trace(Optional<PrintStream> out) {
        this.out = out;
    }

    void add(long nanos, String line) {
        steps++;
        hash = (hash ^ line.hashCode()) * PRIME;
        hash = (hash ^ nanos) * PRIME;
        out.ifPresent(o -> o.printf("%10.3f %s%n", java.math.BigDecimal.valueOf(nanos, 9), line));
    }

    public long hash() {
        return hash;
    }

    public long steps() {
        return steps;
    }
}
