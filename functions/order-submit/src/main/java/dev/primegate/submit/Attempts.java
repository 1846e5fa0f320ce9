package dev.primegate.submit;

import dev.primegate.broker.SubmitWindow;
import dev.primegate.order.Attempt;
import dev.primegate.runtime.Ids;
import dev.primegate.telemetry.Trace;
import dev.primegate.telemetry.Traces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Makes the attempts of orders: each invocation owns its own, and signs as this release. */
@Singleton
class Attempts {
    private final Ids ids;
    private final long release;
    private final Duration lease;

    Attempts(Ids ids, ReleaseConfig release, SubmitConfig config) {
        this.ids = ids;
        this.release = release.number();
        this.lease = config.lease();
    }

    Attempt first(Instant signedAt, SubmitWindow window) {
        return of(1, ids.next(), signedAt, window);
    }

    /** The next one of the same owner. */
    Attempt after(Attempt unsent, Instant signedAt, SubmitWindow window) {
        return of(unsent.number() + 1, unsent.owner(), signedAt, window);
    }

    private Attempt of(int number, String owner, Instant signedAt, SubmitWindow window) {
        Duration longest = lease.compareTo(window.window()) < 0 ? lease : window.window();
        return new Attempt(
                number,
                owner,
                release,
                signedAt,
                signedAt.plus(longest),
                window.fence(signedAt),
                Traces.current().map(Trace::id));
    }
}
