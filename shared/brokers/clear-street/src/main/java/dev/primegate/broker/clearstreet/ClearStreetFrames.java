package dev.primegate.broker.clearstreet;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.broker.kit.FeedReader;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads the messages of one connection, in their sequence. The day comes first, again and whole: it
 * is gathered until it is complete, so that nothing is booked of a replay that breaks off.
 */
final class ClearStreetFrames implements FeedReader {
    /** More than a day has. */
    private static final int LONGEST_DAY = 200_000;

    /** What is booked before the next is asked for. */
    private static final int FRAME = 100;

    private final ClearStreetMapping mapping;
    private final Clock clock;
    private final List<BrokerNews> replay = new ArrayList<>();
    private boolean replayed;
    private long last = -1;

    ClearStreetFrames(ClearStreetMapping mapping, Clock clock) {
        this.mapping = mapping;
        this.clock = clock;
    }

    /** Whether the day was told to its end. */
    boolean isReplayed() {
        return replayed;
    }

    @Override
    public Read read(String message) {
        ClearStreetMessages.Envelope envelope;
        try {
            envelope = BrokerJson.read(message, ClearStreetMessages.Envelope.class);
        } catch (UnreadableException e) {
            return told(ClearStreetMapping.unreadable(message, null, e), clock.instant());
        }
        var payload = envelope.payload();
        String type = payload == null ? "" : "" + payload.type();
        if (payload != null && type.equals("error-notice")) {
            return new Read.Broken("Clear Street says: " + Answer.clip("" + payload.message()));
        }
        Long sequence = envelope.sequence();
        if (sequence != null && last >= 0 && sequence > last + 1) {
            return new Read.Broken(
                    "sequence gap: expected %d, found %d".formatted(last + 1, sequence));
        }
        if (sequence != null && sequence <= last) {
            return new Read.Nothing(); // Told before on this connection.
        }
        last = sequence == null ? last : sequence;
        return read(type, message, at(envelope));
    }

    private Read read(String type, String message, Instant at) {
        return switch (type) {
            case "order-update" -> told(order(message), at);
            case "trade-notice" -> told(trade(message), at);
            case "replay-complete" -> complete(at);
            // Acknowledgements, heartbeats, positions, buying power, and whatever may be added.
            default -> new Read.Nothing();
        };
    }

    private Read told(BrokerNews news, Instant at) {
        if (replayed) {
            return new Read.News(List.of(new NewsFeed.Frame(List.of(news), at)));
        }
        if (replay.size() == LONGEST_DAY) {
            return new Read.Broken("the day has more than %d messages".formatted(LONGEST_DAY));
        }
        replay.add(news);
        return new Read.Nothing();
    }

    /** One frame at least, though it be empty: it shows that the subscription stands. */
    private Read complete(Instant at) {
        replayed = true;
        List<NewsFeed.Frame> frames = new ArrayList<>();
        for (int from = 0; from < replay.size() || frames.isEmpty(); from += FRAME) {
            int to = Math.min(replay.size(), from + FRAME);
            frames.add(new NewsFeed.Frame(List.copyOf(replay.subList(from, to)), at));
        }
        replay.clear();
        return new Read.News(List.copyOf(frames));
    }

    /** From the text, so that no number passes through a double. */
    private static BrokerNews order(String message) {
        try {
            return ClearStreetMapping.news(
                    Objects.requireNonNull(
                            BrokerJson.read(message, ClearStreetMessages.OrderUpdate.class)
                                    .payload()));
        } catch (UnreadableException e) {
            return ClearStreetMapping.unreadable(message, null, e);
        }
    }

    private BrokerNews trade(String message) {
        try {
            return mapping.news(
                    Objects.requireNonNull(
                            BrokerJson.read(message, ClearStreetMessages.TradeNotice.class)
                                    .payload()));
        } catch (UnreadableException e) {
            return ClearStreetMapping.unreadable(message, null, e);
        }
    }

    private Instant at(ClearStreetMessages.Envelope envelope) {
        Long millis = envelope.timestamp();
        return millis == null ? clock.instant() : Instant.ofEpochMilli(millis);
    }
}
