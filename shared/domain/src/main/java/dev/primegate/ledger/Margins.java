package dev.primegate.ledger;

import dev.primegate.instrument.BrokerId;
import java.util.Optional;

/** What each broker last said of our margin there. */
public interface Margins {
    Optional<MarginState> last(BrokerId broker);

    /** Keeps {@code state} unless a later one is already there. */
    void record(BrokerId broker, MarginState state);
}
