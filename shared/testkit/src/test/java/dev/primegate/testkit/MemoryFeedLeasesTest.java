package dev.primegate.testkit;

import dev.primegate.broker.FeedLeases;

class MemoryFeedLeasesTest extends FeedLeasesContract {
    @Override
    protected FeedLeases open() {
        return new MemoryFeedLeases(clock);
    }
}
