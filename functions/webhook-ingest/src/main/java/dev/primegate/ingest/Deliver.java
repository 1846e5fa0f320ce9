package dev.primegate.ingest;

import dev.primegate.messaging.HandOver;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;

/** Puts news on the channel and waits until it is acknowledged, which is when it is written. */
@Singleton
class Deliver {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HandOver channel;

    Deliver(@Connector(HandOver.NAME) HandOver channel) {
        this.channel = channel;
    }

    /**
     * Returns when {@code batch} is booked; throws if it was refused, or nobody said so in time.
     */
    void deliver(NewsBatch batch) {
        try {
            channel.offer(NewsChannel.NAME, batch)
                    .toCompletableFuture()
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("news of " + batch.broker() + " was not booked", e);
        }
    }
}
