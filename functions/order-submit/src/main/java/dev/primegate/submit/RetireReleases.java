package dev.primegate.submit;

import dev.primegate.risk.Halts;
import jakarta.inject.Singleton;

/**
 * Stops instances of older software that still run, by the book itself: an old instance has old
 * settings, so it cannot be asked to stop.
 */
@Singleton
class RetireReleases {
    private final ReleaseConfig release;
    private final Halts halts;

    /**
     * Of software that its own settings retire, none starts.
     *
     * @throws IllegalArgumentException if the minimum is above the release's own number
     */
    RetireReleases(ReleaseConfig release, Halts halts) {
        if (release.minimum() > release.number()) {
            throw new IllegalArgumentException(
                    "release %d would retire itself: the minimum is %d"
                            .formatted(release.number(), release.minimum()));
        }
        this.release = release;
        this.halts = halts;
    }

    void run() {
        if (release.minimum() > 0) {
            halts.retireBefore(release.minimum());
        }
    }
}
