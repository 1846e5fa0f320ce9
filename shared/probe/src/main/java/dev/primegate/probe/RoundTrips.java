package dev.primegate.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long the answers of one endpoint took.
 *
 * @param took one per answer, shortest first
 * @param lost how often nothing came back
 */
public record RoundTrips(Endpoint endpoint, List<Duration> took, int lost) {
    private static final int HUNDRED = 100;

    public RoundTrips {
        took = took.stream().sorted().toList();
    }

    /** Empty if nothing ever came back. */
    public Optional<Duration> minimum() {
        return percentile(1).map(one -> took.getFirst());
    }

    /**
     * The shortest time that at least {@code percent} of the answers took no longer than (nearest
     * rank): a time that was measured, never one between two. Empty if nothing ever came back.
     */
    public Optional<Duration> percentile(int percent) {
        if (percent < 1 || percent > HUNDRED) {
            throw new IllegalArgumentException("expected 1 to 100 percent, found " + percent);
        }
        int rank = Math.ceilDiv(percent * took.size(), HUNDRED);
        return rank == 0 ? Optional.empty() : Optional.of(took.get(rank - 1));
    }
}
