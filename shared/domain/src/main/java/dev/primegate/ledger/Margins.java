package dev.primegate.ledger;

import dev.primegate.instrument.BrokerId;
import java.util.Optional;

/** What each broker last said of our margin there, by each of its models. */
public interface Margins {
    Optional<MarginState> last(BrokerId broker, MarginState.Model model);

    /** Keeps {@code state} unless a later one of its model is already there. */
    void record(BrokerId broker, MarginState state);
}
