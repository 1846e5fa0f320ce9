package dev.primegate.submit;

import dev.primegate.broker.SubmitWindow;
import dev.primegate.order.Attempt;
import dev.primegate.runtime.Ids;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Makes the attempts of orders: each invocation owns its own, and signs as this release. */
@Singleton
class Attempts {
    /** How long after signing a send may still begin. */
    private static final Duration LEASE = Duration.ofSeconds(3);

    private final Ids ids;
    private final long release;

    Attempts(Ids ids, ReleaseConfig release) {
        this.ids = ids;
        this.release = release.number();
    }

    Attempt first(Instant signedAt, SubmitWindow window) {
        return of(1, ids.next(), signedAt, window);
    }

    /** The next one of the same owner. */
    Attempt after(Attempt unsent, Instant signedAt, SubmitWindow window) {
        return of(unsent.number() + 1, unsent.owner(), signedAt, window);
    }

    private Attempt of(int number, String owner, Instant signedAt, SubmitWindow window) {
        return new Attempt(
                number, owner, release, signedAt, signedAt.plus(LEASE), window.fence(signedAt));
    }
}
