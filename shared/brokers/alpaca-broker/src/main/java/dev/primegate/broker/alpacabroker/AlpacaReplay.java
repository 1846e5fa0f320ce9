package dev.primegate.broker.alpacabroker;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.broker.kit.SseItem;
import dev.primegate.broker.kit.SseText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads again what the stream told of a time that is over. Asked by two ids it ends, so that this
 * is a call like any other, with its retries and its place in the rate budget; a long time is asked
 * for in parts.
 */
final class AlpacaReplay {
    private static final Duration PART = Duration.ofHours(1);
    private static final int MOST_PARTS = 24;
    private static final int OK = 200;

    private final AlpacaCalls calls;
    private final AlpacaMapping mapping;

    AlpacaReplay(AlpacaCalls calls, AlpacaMapping mapping) {
        this.calls = calls;
        this.mapping = mapping;
    }

    /**
     * Everything that was told of our account, oldest first.
     *
     * @param to by the broker's clock; it must be over, or the stream would wait for it
     */
    Fetched<List<BrokerNews>> between(Instant from, Instant to) {
        List<BrokerNews> all = new ArrayList<>();
        AlpacaEvents events = new AlpacaEvents(mapping, calls.account());
        Duration part = part(from, to);
        for (Instant begin = from; begin.isBefore(to); begin = begin.plus(part)) {
            Instant end = begin.plus(part).isBefore(to) ? begin.plus(part) : to;
            Optional<String> failure = read(begin, end, events, all);
            if (failure.isPresent()) {
                return new Fetched.Failed<>("events: " + failure.get());
            }
        }
        return new Fetched.Whole<>(List.copyOf(all), to);
    }

    /** Adds to {@code all}, or says why that was not possible. */
    private Optional<String> read(
            Instant begin, Instant end, AlpacaEvents events, List<BrokerNews> all) {
        return switch (calls.trades(Ulid.first(begin), Ulid.last(end))) {
            case Answer.Held(String why) -> Optional.of(why);
            case Answer.Unsent(String why) -> Optional.of(why);
            case Answer.Broken(String why) -> Optional.of(why);
            case Answer.Whole whole when whole.status() != OK ->
                    Optional.of("answered " + whole.status());
            case Answer.Whole whole -> read(whole.body(), events, all);
        };
    }

    private static Optional<String> read(String body, AlpacaEvents events, List<BrokerNews> all) {
        try {
            for (SseItem item : SseText.read(body)) {
                switch (item) {
                    case SseItem.Comment(String text) when !AlpacaComments.isHarmless(text) -> {
                        return Optional.of("Alpaca says: " + Answer.clip(text));
                    }
                    case SseItem.Comment _ -> {}
                    case SseItem.Event(_, String data, _) -> all.addAll(events.read(data).news());
                }
            }
            return Optional.empty();
        } catch (UnreadableException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Duration part(Instant from, Instant to) {
        Duration share = Duration.between(from, to).dividedBy(MOST_PARTS);
        return share.compareTo(PART) > 0 ? share.plusMillis(1) : PART;
    }
}
