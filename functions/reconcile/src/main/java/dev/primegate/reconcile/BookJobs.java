package dev.primegate.reconcile;

import java.time.Instant;
import java.util.Optional;

/** The jobs that compare books. None begins anything after its deadline; the next run goes on. */
interface BookJobs {
    /** Trades of the days that have ended, or a slice of them. */
    Tally trades(Optional<Slice> slice, Instant deadline);

    /** What was held when those days ended, and what money moved. */
    Tally positions(Instant deadline);

    /** What is held now. */
    Tally drift(Instant deadline);

    /** What moved on chains. */
    Tally chain(Instant deadline);

    /** Whether breaks that are planted in copies of the books are found. */
    Tally rehearsal(Instant deadline);

    /** What the days that have ended came to, as files. */
    Tally reports(Instant deadline);

    /** Measures how many differences are open. */
    void count();
}
