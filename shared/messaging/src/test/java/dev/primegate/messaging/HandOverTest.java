package dev.primegate.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

class HandOverTest {
    private final HandOver handOver = new HandOver();

    @Test
    @Proves("X50")
    void nothingIsDoneBeforeItIsAcknowledged() {
        List<Message<?>> taken = new ArrayList<>();
        listen("news", taken::add);

        CompletableFuture<Void> done = offer("news", "one");
        assertThat(done).isNotDone();
        acknowledge(taken.getFirst());

        assertThat(done).isCompleted();
    }

    @Test
    void whatIsRefusedSaysWhy() {
        IllegalStateException why = new IllegalStateException("the store refuses");
        listen("news", message -> assertThat(message.nack(why)).isNotNull());

        assertThat(offer("news", "one"))
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCause(why);
    }

    @Test
    void aRefusalDoesNotStopTheChannel() {
        listen(
                "news",
                message -> {
                    if (message.getPayload().equals("bad")) {
                        assertThat(message.nack(new IllegalStateException())).isNotNull();
                    } else {
                        acknowledge(message);
                    }
                });

        assertThat(offer("news", "bad")).isCompletedExceptionally();
        assertThat(offer("news", "good")).isCompleted();
    }

    @Test
    void whatIsOfferedBeforeAnybodyListensWaits() {
        CompletableFuture<Void> early = offer("news", "early");
        assertThat(early).isNotDone();

        listen("news", HandOverTest::acknowledge);

        assertThat(early).isCompleted();
    }

    @Test
    void channelsAreApart() {
        List<Object> news = new ArrayList<>();
        List<Object> alerts = new ArrayList<>();
        listen("news", message -> news.add(message.getPayload()));
        listen("alerts", message -> alerts.add(message.getPayload()));

        var _ = offer("news", 1);
        var _ = offer("alerts", 2);

        assertThat(news).containsExactly(1);
        assertThat(alerts).containsExactly(2);
    }

    @Test
    void manyMayOfferAtOnceAndEachKeepsItsOrder() throws InterruptedException {
        ConcurrentLinkedQueue<Offer> taken = new ConcurrentLinkedQueue<>();
        listen(
                "news",
                message -> {
                    taken.add((Offer) message.getPayload());
                    acknowledge(message);
                });

        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            pool.invokeAll(
                    IntStream.range(0, 16)
                            .mapToObj(thread ->
                                    Executors.callable(() -> {
                                        for (int i = 0; i < 500; i++) {
                                            offer("news", new Offer(thread, i)).join();
                                        }
                                    }))
                            .toList());
        }

        assertThat(taken).hasSize(16 * 500);
        for (int thread = 0; thread < 16; thread++) {
            int offering = thread;
            assertThat(taken.stream().filter(o -> o.thread() == offering).map(Offer::number))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    private record Offer(int thread, int number) {}

    private CompletableFuture<Void> offer(String channel, Object payload) {
        return handOver.offer(channel, payload).toCompletableFuture();
    }

    private void listen(String channel, Consumer<Message<?>> consumer) {
        var config = new SmallRyeConfigBuilder().withDefaultValue("channel-name", channel).build();
        var _ =
                Multi.createFrom()
                        .publisher(handOver.getPublisher(config))
                        .subscribe()
                        .with(consumer);
    }

    private static void acknowledge(Message<?> message) {
        assertThat(message.ack()).isNotNull();
    }
}
