package dev.primegate.breaks;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What became of a run's findings. */
public sealed interface Recorded {
    /**
     * They are in the log.
     *
     * @param opened new ones and those that came back, by this call
     * @param closed those that are gone, by this call
     * @param live all breaks of the scope that are not closed
     */
    record Done(int opened, int closed, List<Break> live, int dropped) implements Recorded {
        /** The one that matters most. */
        public Optional<Break> gravest() {
            return live.stream()
                    .max(
                            Comparator.comparing((Break b) -> b.finding().gravity())
                                    .thenComparing(b -> b.finding().atStake().amount())
                                    .thenComparing(Break::id));
        }
    }

    /** A run over newer books came first; nothing of this one counts. */
    record Stale(Instant newest) implements Recorded {}
}
