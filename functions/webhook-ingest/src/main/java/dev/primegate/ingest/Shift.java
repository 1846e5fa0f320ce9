package dev.primegate.ingest;

import dev.primegate.instrument.BrokerId;

/** One run's time at one feed: its hold on it, and what it looks after beside the connection. */
record Shift(Hold hold, Sweep sweep, Silence silence) {
    BrokerId broker() {
        return hold.broker();
    }

    /**
     * Does what is due, connected or not.
     *
     * @return whether the feed kept something to itself that the broker's records hold
     */
    boolean tend() {
        silence.watch(hold.heardAt());
        return sweep.tend();
    }
}
