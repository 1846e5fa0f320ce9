package dev.primegate.reconcile;

import static dev.primegate.reconcile.PaperRecords.PAPER;

import dev.primegate.broker.NewsFeed;
import dev.primegate.instrument.BrokerId;

/** The feed of the paper broker; this function never opens one. */
final class SilentFeed implements NewsFeed {
    @Override
    public BrokerId broker() {
        return PAPER;
    }

    @Override
    public Connection open(Listener listener) {
        throw new IllegalStateException("reconcile reads no feed");
    }
}
