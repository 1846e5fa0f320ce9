package dev.primegate.broker.alpacabroker;

import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.FeedRead;
import dev.primegate.broker.kit.SseItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads one connection to the stream of trades. Its first sign of life, whatever it is, is a frame:
 * it shows that the stream stands.
 */
final class AlpacaFrames implements Function<SseItem, FeedRead> {
    private final AlpacaEvents events;
    private final Instant since;
    private boolean stands;

    /**
     * Reads a connection that tells everything since then.
     *
     * @param since how fresh it is before it told anything: a heartbeat is no data
     */
    AlpacaFrames(AlpacaEvents events, Instant since) {
        this.events = events;
        this.since = since;
    }

    @Override
    public FeedRead apply(SseItem item) {
        return switch (item) {
            case SseItem.Comment(String text) ->
                    AlpacaComments.isHarmless(text)
                            ? frame(new AlpacaEvents.Told(List.of(), Optional.empty()))
                            : new FeedRead.Broken("Alpaca says: " + Answer.clip(text));
            case SseItem.Event(_, String data, _) -> frame(events.read(data));
        };
    }

    private FeedRead frame(AlpacaEvents.Told told) {
        if (stands && told.news().isEmpty()) {
            return new FeedRead.Nothing();
        }
        stands = true;
        return new FeedRead.News(new NewsFeed.Frame(told.news(), told.at().orElse(since)));
    }
}
