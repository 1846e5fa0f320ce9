package dev.primegate.broker.kit;

import dev.primegate.broker.NewsFeed;
import dev.primegate.runtime.Redaction;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * One connection to a feed of server-sent events. Lines are asked for one by one, so that a
 * listener which is busy holds the broker back. It ends at the first doubt, and is not repaired.
 */
public final class SseStream implements NewsFeed.Connection {
    private final Function<SseItem, FeedRead> reader;
    private final NewsFeed.Listener listener;
    private final SilenceWatch silence;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Optional<Flow.Subscription> subscription = Optional.empty();
    private volatile CompletableFuture<?> call = new CompletableFuture<>();

    private SseStream(
            Function<SseItem, FeedRead> reader, NewsFeed.Listener listener, Duration silence) {
        this.reader = reader;
        this.listener = listener;
        this.silence = new SilenceWatch(silence, () -> end("silent for " + silence));
    }

    /**
     * Connects. Whatever it comes to is told to {@code listener}, which is called by one thread at
     * a time.
     *
     * @param silence how long nothing may come, comments included
     * @param reader makes news of what comes, and finds out what was missed: one for each
     *     connection
     */
    public static SseStream open(
            HttpClient http,
            HttpRequest request,
            Duration silence,
            Function<SseItem, FeedRead> reader,
            NewsFeed.Listener listener) {
        SseStream stream = new SseStream(reader, listener, silence);
        stream.silence.heard();
        CompletableFuture<?> call = http.sendAsync(request, stream::body);
        stream.call = call;
        var _ =
                call.whenComplete((_, failure) -> {
                    if (failure != null) {
                        stream.end("cannot connect: " + Doubt.describe(failure));
                    }
                });
        return stream;
    }

    @Override
    public void close() {
        end("closed by us");
    }

    /** Tells the listener once. */
    private void end(String why) {
        if (ended.compareAndSet(false, true)) {
            silence.stop();
            subscription.ifPresent(Flow.Subscription::cancel);
            var _ = call.cancel(true);
            listener.ended(why);
        }
    }

    private BodySubscriber<Void> body(ResponseInfo response) {
        String type = response.headers().firstValue("content-type").orElse("");
        if (response.statusCode() != 200 || !type.startsWith("text/event-stream")) {
            end("answered %d %s".formatted(response.statusCode(), type));
            return BodySubscribers.replacing(null);
        }
        return subscriber();
    }

    /** From bytes to lines, wherever they are cut: the JDK's own, within a bound. */
    BodySubscriber<Void> subscriber() {
        return new ShortLines(
                BodySubscribers.fromLineSubscriber(
                        new Lines(), _ -> null, StandardCharsets.UTF_8, null));
    }

    static SseStream of(
            Duration silence, Function<SseItem, FeedRead> reader, NewsFeed.Listener listener) {
        return new SseStream(reader, listener, silence);
    }

    private void take(SseItem item) {
        switch (reader.apply(item)) {
            case FeedRead.News(NewsFeed.Frame frame) -> listener.frame(frame);
            case FeedRead.Nothing _ -> {}
            case FeedRead.Broken(String why) -> end(why);
        }
    }

    private final class Lines implements Flow.Subscriber<String> {
        private final SseLines lines = new SseLines();

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = Optional.of(given);
            given.request(1);
        }

        @Override
        public void onNext(String line) {
            if (ended.get()) {
                return;
            }
            silence.heard();
            try {
                lines.line(Redaction.withoutHeld(line)).ifPresent(SseStream.this::take);
            } catch (RuntimeException e) {
                // The listener could not take it: what follows would leave a hole.
                end("not taken: " + Doubt.describe(e));
            }
            subscription.ifPresent(given -> given.request(1));
        }

        @Override
        public void onError(Throwable failure) {
            end("broken: " + Doubt.describe(failure));
        }

        @Override
        public void onComplete() {
            end("closed by the broker");
        }
    }
}
