package dev.primegate.broker;

import dev.primegate.instrument.TradingHours;
import java.time.Instant;
import java.util.List;

/** A broker's stream of news, however it comes: over a WebSocket, as SSE, or by asking. */
public interface NewsFeed extends BrokerRole {
    /** When it should not be silent: while something it tells of is traded. */
    default TradingHours hours() {
        return new TradingHours.Always();
    }

    /**
     * Whether it brings data for as long as its market trades, whoever trades. Of one that tells of
     * our own orders alone, silence says nothing.
     */
    default boolean isSteady() {
        return true;
    }

    /**
     * Connects and subscribes, then hands every frame to {@code listener} until one of them ends
     * it. A connection is never repaired: after {@link Listener#ended} open another, and sweep.
     */
    Connection open(Listener listener);

    /** Ends the stream when closed. */
    interface Connection extends AutoCloseable {
        @Override
        void close();
    }

    /** Called by one thread at a time. */
    interface Listener {
        /** A frame, read and in sequence; returns when the next may come. */
        void frame(Frame frame);

        /** The stream is over, or can no longer be trusted: closed, cut, or a frame was missed. */
        void ended(String why);
    }

    /**
     * What came in one message.
     *
     * @param at the broker's time of it: how fresh the feed is
     */
    record Frame(List<BrokerNews> news, Instant at) {}
}
