package dev.primegate.broker.falconx;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.broker.kit.FeedReader;
import dev.primegate.money.Price;
import dev.primegate.order.Digest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the price stream. Its messages have no numbers, so nothing tells that one was lost: only
 * their age does.
 */
final class FalconXFrames implements FeedReader {
    private final FalconXMapping mapping;
    private final Runnable whenKnown;
    private final Clock clock;

    /**
     * Reads one connection.
     *
     * @param whenKnown run once FalconX knows who we are: only then does it take subscriptions
     */
    FalconXFrames(FalconXMapping mapping, Runnable whenKnown, Clock clock) {
        this.mapping = mapping;
        this.whenKnown = whenKnown;
        this.clock = clock;
    }

    @Override
    public Read read(String message) {
        try {
            FalconXMessages.Envelope envelope =
                    BrokerJson.read(message, FalconXMessages.Envelope.class);
            return read(message, envelope);
        } catch (UnreadableException e) {
            return news(List.of(unreadable(message, e)));
        }
    }

    private Read read(String message, FalconXMessages.Envelope envelope) {
        if (!"success".equals(envelope.status())) {
            return new Read.Broken(
                    "FalconX says: %s %s"
                            .formatted(envelope.event(), Answer.clip("" + envelope.error())));
        }
        return switch (envelope.event()) {
            case "stream" -> prices(BrokerJson.read(message, FalconXMessages.Stream.class));
            case "auth_response" -> {
                whenKnown.run();
                yield new Read.Nothing();
            }
            // Acknowledgements, and whatever FalconX may add.
            case null, default -> new Read.Nothing();
        };
    }

    private Read prices(FalconXMessages.Stream stream) {
        Instant now = clock.instant();
        List<BrokerNews> news = new ArrayList<>();
        if (stream.body() != null) {
            for (FalconXMessages.Tick tick : stream.body()) {
                market(tick, now).ifPresent(news::add);
            }
        }
        return news.isEmpty() ? new Read.Nothing() : news(news);
    }

    /** Without one of its sides, or with crossed ones, it is no market. */
    private Optional<BrokerNews> market(FalconXMessages.Tick tick, Instant now) {
        if (tick.buyPrice() == null || tick.sellPrice() == null) {
            return Optional.empty();
        }
        Price offer = FalconXMapping.price("buy_price", tick.buyPrice());
        Price bid = FalconXMapping.price("sell_price", tick.sellPrice());
        var pair = new FalconXMessages.TokenPair(tick.baseToken(), tick.quoteToken());
        return bid.compareTo(offer) > 0
                ? Optional.empty()
                : Optional.of(
                        new BrokerNews.OfMarket(
                                mapping.instrument(pair).symbol(), bid, offer, now));
    }

    private Read news(List<BrokerNews> news) {
        return new Read.News(List.of(new NewsFeed.Frame(List.copyOf(news), clock.instant())));
    }

    private static BrokerNews unreadable(String message, UnreadableException why) {
        return new BrokerNews.Unreadable(
                "stream/" + Digest.hex(message).substring(0, 32),
                Answer.clip(message),
                String.valueOf(why.getMessage()),
                Optional.empty());
    }
}
