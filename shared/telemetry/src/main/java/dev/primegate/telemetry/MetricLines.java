package dev.primegate.telemetry;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Writes what was measured to standard output, where Lambda's log is. It goes past the logger: a
 * prefix, or an object around it, and CloudWatch would read no metric.
 */
@Singleton
public class MetricLines {
    private final Meters meters;
    private final Clock clock;
    private final Optional<Emf.Source> source;
    private final PrintStream out;

    @Inject
    @SuppressWarnings("SystemOut") // Where CloudWatch takes it from.
    MetricLines(Meters meters, Clock clock, TelemetryConfig config) {
        this(
                meters,
                clock,
                config.function().map(name -> new Emf.Source(config.namespace(), name)),
                System.out);
    }

    /** For who measures what nobody reads. */
    @SuppressWarnings("SystemOut") // It is never written to.
    public static MetricLines nowhere() {
        return new MetricLines(
                new Meters(),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                Optional.empty(),
                System.out);
    }

    MetricLines(Meters meters, Clock clock, Optional<Emf.Source> source, PrintStream out) {
        this.meters = meters;
        this.clock = clock;
        this.source = source;
        this.out = out;
    }

    /** Writes what has come since the last time; Lambda may freeze or end us after an answer. */
    public void write() {
        source.ifPresent(
                whose -> Emf.lines(meters.drain(), whose, clock.instant()).forEach(this::print));
    }

    /** In one call, so that no other thread's line comes between. */
    private void print(String line) {
        out.print(line + "\n");
        out.flush();
    }
}
