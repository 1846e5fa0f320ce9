package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.kit.Answer;
import dev.primegate.broker.kit.BrokerJson;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.broker.kit.FeedReader;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Digest;
import dev.primegate.order.OrderEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the messages of one connection, in their sequence. */
final class PrimeFrames implements FeedReader {
    private final PrimeMapping mapping;
    private final Clock clock;
    private final Map<String, PrimeMarket> markets = new HashMap<>();
    private long expected = -1;

    PrimeFrames(PrimeMapping mapping, Clock clock) {
        this.mapping = mapping;
        this.clock = clock;
    }

    @Override
    public Read read(String message) {
        PrimeMessages.Envelope envelope;
        try {
            envelope = BrokerJson.read(message, PrimeMessages.Envelope.class);
        } catch (UnreadableException e) {
            return news(List.of(unreadable(message, e)), clock.instant());
        }
        if ("error".equals(envelope.type())) {
            return new Read.Broken("Prime says: " + Answer.clip("" + envelope.message()));
        }
        Long sequence = envelope.sequenceNum();
        if (sequence != null) {
            if (expected >= 0 && sequence != expected) {
                return new Read.Broken(
                        "sequence gap: expected %d, found %d".formatted(expected, sequence));
            }
            expected = sequence + 1;
        }
        List<PrimeMessages.Event> events =
                envelope.events() == null ? List.of() : envelope.events();
        return switch (envelope.channel()) {
            case "orders" -> orders(message, envelope, events);
            case "l2_data" -> prices(message, events);
            // Heartbeats, acknowledgements, and whatever Prime may add.
            case null, default -> new Read.Nothing();
        };
    }

    private Read orders(
            String message, PrimeMessages.Envelope envelope, List<PrimeMessages.Event> events) {
        Instant at;
        try {
            at = PrimeMapping.time(envelope.timestamp());
        } catch (UnreadableException e) {
            return news(List.of(unreadable(message, e)), clock.instant());
        }
        List<BrokerNews> news = new ArrayList<>();
        for (PrimeMessages.Event event : events) {
            if (event.orders() != null) {
                event.orders().forEach(order -> news.add(order(order, at)));
            }
        }
        return news(news, at);
    }

    private static BrokerNews order(PrimeMessages.FeedOrder order, Instant at) {
        try {
            OrderEvent.Reported reported = PrimeMapping.reported(order, at);
            return new BrokerNews.OfOrder(
                    PrimeMapping.ours(order.clientOrderId()),
                    reported.brokerOrderId().orElseThrow(),
                    reported,
                    "feed/" + Digest.hex(order.toString(), at.toString()).substring(0, 32));
        } catch (UnreadableException e) {
            return unreadable(order.toString(), e, Optional.ofNullable(order.orderId()));
        }
    }

    private Read prices(String message, List<PrimeMessages.Event> events) {
        List<BrokerNews> news = new ArrayList<>();
        try {
            for (PrimeMessages.Event event : events) {
                markets.computeIfAbsent(
                                "" + event.productId(),
                                id -> new PrimeMarket(mapping.instrument(id).symbol()))
                        .hear(event)
                        .quote(clock.instant())
                        .ifPresent(news::add);
            }
        } catch (UnreadableException e) {
            return news(List.of(unreadable(message, e)), clock.instant());
        }
        return news.isEmpty() ? new Read.Nothing() : news(news, clock.instant());
    }

    private static BrokerNews unreadable(String message, UnreadableException why) {
        return unreadable(message, why, Optional.empty());
    }

    private static BrokerNews unreadable(
            String message, UnreadableException why, Optional<String> orderId) {
        return new BrokerNews.Unreadable(
                "feed/" + Digest.hex(message).substring(0, 32),
                Answer.clip(message),
                String.valueOf(why.getMessage()),
                orderId.map(BrokerOrderId::new));
    }

    private static Read news(List<BrokerNews> news, Instant at) {
        return new Read.News(List.of(new NewsFeed.Frame(List.copyOf(news), at)));
    }
}
