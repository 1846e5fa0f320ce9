package dev.primegate.ledger;

import dev.primegate.instrument.BrokerId;
import java.time.LocalDate;
import java.util.Optional;

/** What each broker last said of our margin there, by each of its models. */
public interface Margins {
    Optional<MarginState> last(BrokerId broker, MarginState.Model model);

    /** What it last said on {@code day}, in UTC and by its own clock. */
    Optional<MarginState> last(BrokerId broker, MarginState.Model model, LocalDate day);

    /** Keeps {@code state} unless a later one of its model, or of its day, is already there. */
    void record(BrokerId broker, MarginState state);
}
