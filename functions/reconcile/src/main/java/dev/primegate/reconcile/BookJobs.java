package dev.primegate.reconcile;

import java.time.Instant;

/** The jobs that compare books. None begins anything after its deadline; the next run goes on. */
interface BookJobs {
    /** Trades of the days that have ended. */
    Tally trades(Instant deadline);

    /** What was held when those days ended. */
    Tally positions(Instant deadline);

    /** What is held now. */
    Tally drift(Instant deadline);

    /** What moved on chains. */
    Tally chain(Instant deadline);

    /** Measures how many differences are open. */
    void count();
}
