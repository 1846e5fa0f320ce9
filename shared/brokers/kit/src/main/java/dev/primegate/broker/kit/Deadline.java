package dev.primegate.broker.kit;

import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** How long one call to a broker may take in all, whatever the pace of its answer. */
@FunctionalInterface
public interface Deadline {
    /** As {@link Answer#of}; what is not whole by then counts as broken off: it may have left. */
    Answer of(Supplier<Response> call);

    /** As above, of a call to the broker at the end of {@code line}. */
    default Answer of(Line line, Supplier<Response> call) {
        return of(call);
    }
}
