package dev.primegate.messaging;

import io.smallrye.mutiny.helpers.queues.Queues;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.smallrye.reactive.messaging.connector.InboundConnector;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/**
 * Puts things onto a channel by hand. Whoever offers one learns when it was acknowledged, and only
 * then takes it off where it came from: a crash replays, and never skips.
 */
@ApplicationScoped
@Connector(HandOver.NAME)
public class HandOver implements InboundConnector {
    public static final String NAME = "hand-over";

    private final Map<String, UnicastProcessor<Message<?>>> channels = new ConcurrentHashMap<>();

    @Override
    public Flow.Publisher<? extends Message<?>> getPublisher(Config config) {
        return channel(config.getValue("channel-name", String.class));
    }

    /** Completes when {@code payload} is acknowledged, or exceptionally with why it was not. */
    public CompletionStage<Void> offer(String channel, Object payload) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        channel(channel)
                .onNext(
                        Message.of(
                                payload,
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

    /** Many threads may offer; the processor's usual queue bears but one. */
    private UnicastProcessor<Message<?>> channel(String name) {
        return channels.computeIfAbsent(
                name, _ -> UnicastProcessor.create(Queues.createMpscQueue(), () -> {}));
    }
}
