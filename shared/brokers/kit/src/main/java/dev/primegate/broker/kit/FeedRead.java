package dev.primegate.broker.kit;

import dev.primegate.broker.NewsFeed;

/** What an adapter made of one thing that its broker's feed said. */
public sealed interface FeedRead {
    record News(NewsFeed.Frame frame) implements FeedRead {}

    record Nothing() implements FeedRead {}

    /** Something was missed: the connection cannot be trusted any longer. */
    record Broken(String why) implements FeedRead {}
}
