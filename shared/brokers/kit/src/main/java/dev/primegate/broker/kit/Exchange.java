package dev.primegate.broker.kit;

import dev.primegate.telemetry.Trace;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** One call to a broker, as the HTTP client saw it leave. */
final class Exchange {
    private static final ScopedValue<Exchange> CURRENT = ScopedValue.newInstance();

    private final Trace trace;
    private final AtomicReference<Optional<Sent>> sent = new AtomicReference<>(Optional.empty());

    Exchange(Trace trace) {
        this.trace = trace;
    }

    /** The one that is made in this thread. */
    static Optional<Exchange> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Makes the call, in whatever thread that is. */
    Response during(Supplier<Response> call) {
        return ScopedValue.where(CURRENT, this).call(call::get);
    }

    Trace trace() {
        return trace;
    }

    void sent(Sent request) {
        sent.set(Optional.of(request));
    }

    /** Empty when it failed before there was a request. */
    Optional<Sent> sent() {
        return sent.get();
    }

    /**
     * The request, as it left.
     *
     * @param path without what follows the question mark
     * @param parameters the names of what follows it
     */
    record Sent(
            String method,
            String path,
            List<String> parameters,
            Map<String, String> headers,
            String body) {}
}
