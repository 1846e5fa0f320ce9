package dev.primegate.telemetry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The stages that an order passes, in the thread that works on it. Whoever does the work of a stage
 * says so; nobody needs to hand the passage down.
 */
public final class Passage {
    private static final ScopedValue<Passage> CURRENT = ScopedValue.newInstance();

    private final Ticks ticks;
    private final List<Span> spans = new ArrayList<>();

    private Passage(Ticks ticks) {
        this.ticks = ticks;
    }

    /** Does {@code work} and notes the stages it goes through. */
    public static <T> Passed<T> of(Ticks ticks, Supplier<T> work) {
        Passage passage = new Passage(ticks);
        T result = ScopedValue.where(CURRENT, passage).call(work::get);
        return new Passed<>(result, List.copyOf(passage.spans));
    }

    /** Does the work of one stage, for the passage of this thread if it has one. */
    public static <T> T through(Stage stage, Supplier<T> work) {
        if (!CURRENT.isBound()) {
            return work.get();
        }
        Passage passage = CURRENT.get();
        long begun = passage.ticks.nanos();
        try {
            return work.get();
        } finally {
            passage.spans.add(new Span(stage, Duration.ofNanos(passage.ticks.nanos() - begun)));
        }
    }

    /** What is done with an order, in this order; again from ROUTE on if it goes another way. */
    public enum Stage {
        /** Its document becomes an order in our terms. */
        NORMALISE,
        /** It is held against the account's limits and the market. */
        RISK,
        /** Its broker is chosen. */
        ROUTE,
        /** The broker's adapter writes and signs it. */
        ADAPT,
        /** It is written down, within the headroom. */
        ADMIT,
        /** The broker's adapter sends it. */
        SEND,
        /** What is known of it then is written down. */
        RECORD
    }

    /** One stage, and how long it took. */
    public record Span(Stage stage, Duration took) {
        @Override
        public String toString() {
            return stage.name().toLowerCase(Locale.ROOT) + ":" + LatencySplit.millis(took);
        }
    }

    /** What came of the work, and the stages in the order in which they ended. */
    public record Passed<T>(T result, List<Span> spans) {
        /** As a log line has them, in milliseconds: {@code normalise:0.210000,risk:1.400000}. */
        public String text() {
            return spans.stream().map(Span::toString).collect(Collectors.joining(","));
        }
    }
}
