package dev.primegate.broker.kit;

import dev.primegate.broker.NewsFeed;
import java.util.List;

/** Reads the messages of one connection, in their sequence. */
@FunctionalInterface
public interface FeedReader {
    Read read(String message);

    /** What a message was. */
    sealed interface Read {
        /** News, in one frame or in several that are booked one after the other. */
        record News(List<NewsFeed.Frame> frames) implements Read {}

        record Nothing() implements Read {}

        /** The connection cannot be trusted any longer. */
        record Broken(String why) implements Read {}
    }
}
