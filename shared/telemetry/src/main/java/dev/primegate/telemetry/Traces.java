package dev.primegate.telemetry;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Which trace each thread works for. It is kept where log lines take their context from, so every
 * line of a request has it; Quarkus carries it along within a request, and other threads are given
 * it by {@link #carried}.
 */
@Singleton
public class Traces {
    private static final String ID = "traceId";
    private static final String SPAN = "spanId";
    private static final String SAMPLED = "sampled";

    private final RandomGenerator random;

    @Inject
    public Traces() {
        // Made at run time: a generator baked into a native image would repeat itself.
        this(new SecureRandom());
    }

    /** Draws from {@code random}, for who must see the same numbers again. */
    public Traces(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Begins our part of what a caller asked for: of his trace if he names one, else of a new one.
     *
     * @param header what he sent as {@link Trace#HEADER}
     */
    public Trace enter(@Nullable String header) {
        Trace trace =
                Optional.ofNullable(header)
                        .flatMap(Trace::parse)
                        .map(parent -> parent.child(random))
                        .orElseGet(() -> Trace.begin(random));
        set(trace);
        return trace;
    }

    /** A part of the present trace, or of a new one, for a call to somebody else. */
    public Trace next() {
        return current().map(trace -> trace.child(random)).orElseGet(() -> Trace.begin(random));
    }

    /** A new part of the trace whose id was written down; empty if it is no such id. */
    public Optional<Trace> of(String id) {
        return Trace.parse("00-%s-%s-01".formatted(id, Trace.begin(random).span()));
    }

    /** The trace this thread works for. */
    public static Optional<Trace> current() {
        return MDC.get(ID) instanceof String id && MDC.get(SPAN) instanceof String span
                // Others write such names there too, and perhaps in another form.
                ? Trace.parse(
                        "00-%s-%s-%s"
                                .formatted(
                                        id, span, "false".equals(MDC.get(SAMPLED)) ? "00" : "01"))
                : Optional.empty();
    }

    /** Does {@code work} for {@code trace}, or for a new one, and leaves this thread as it was. */
    public <T> T within(Optional<Trace> trace, Supplier<T> work) {
        return in(Optional.of(trace.orElseGet(() -> Trace.begin(random))), work);
    }

    /** As {@link #within(Optional, Supplier)}. */
    public void within(Optional<Trace> trace, Runnable work) {
        var _ =
                within(
                        trace,
                        () -> {
                            work.run();
                            return true;
                        });
    }

    /** The same work, for the present trace in whatever thread it will be done. */
    public static <T> Supplier<T> carried(Supplier<T> work) {
        Optional<Trace> trace = current();
        return () -> in(trace, work);
    }

    private static <T> T in(Optional<Trace> trace, Supplier<T> work) {
        Optional<Trace> before = current();
        trace.ifPresent(Traces::set);
        try {
            return work.get();
        } finally {
            before.ifPresentOrElse(Traces::set, Traces::leave);
        }
    }

    /** This thread works for none any more. */
    public static void leave() {
        MDC.remove(ID);
        MDC.remove(SPAN);
        MDC.remove(SAMPLED);
    }

    private static void set(Trace trace) {
        var _ = MDC.put(ID, trace.id());
        var _ = MDC.put(SPAN, trace.span());
        var _ = MDC.put(SAMPLED, String.valueOf(trace.sampled()));
    }
}
