package dev.primegate.ingest;

import dev.primegate.broker.BrokerNews;
import dev.primegate.instrument.BrokerId;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/**
 * Brings brokers' feeds onto a channel. The one who offers a batch learns when it was acknowledged,
 * and only then moves the feed's cursor: a crash replays, and never skips.
 */
@ApplicationScoped
@Connector(FeedMessages.NAME)
class FeedMessages implements InboundConnector {
    static final String NAME = "broker-feed";

    private final Map<String, UnicastProcessor<Message<Batch>>> channels =
            new ConcurrentHashMap<>();

    @Override
    public Flow.Publisher<? extends Message<?>> getPublisher(Config config) {
        return channel(config.getValue("channel-name", String.class));
    }

    /** Completes when the batch is acknowledged, or exceptionally with why it was not. */
    CompletionStage<Void> offer(String channel, Batch batch) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        channel(channel)
                .onNext(
                        Message.of(
                                batch,
                                () -> {
                                    done.complete(null);
                                    return CompletableFuture.completedStage(null);
                                },
                                why -> {
                                    done.completeExceptionally(why);
                                    return CompletableFuture.completedStage(null);
                                }));
        return done;
    }

    private UnicastProcessor<Message<Batch>> channel(String name) {
        return channels.computeIfAbsent(name, _ -> UnicastProcessor.create());
    }

    /** News of one broker that is acknowledged together. */
    record Batch(BrokerId broker, List<BrokerNews> news, String by) {}
}
