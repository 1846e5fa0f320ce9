package dev.primegate.ingest;

import dev.primegate.broker.NewsFeed;
import java.util.Optional;

/** Frames of one connection that wait to be booked. */
interface Frames extends NewsFeed.Listener {
    /** The next frame, if one comes within a moment. */
    Optional<NewsFeed.Frame> next() throws InterruptedException;

    /** Why no more will come, once all that came has been taken. */
    Optional<String> ended();
}
