package dev.primegate.broker.kit;

import dev.primegate.broker.NewsFeed;
import dev.primegate.runtime.Redaction;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One connection. It ends at the first sign that something was missed, and is not repaired. */
public final class FeedSocket implements WebSocket.Listener, NewsFeed.Connection {
    /** The longest message we take: a price snapshot of every product fits many times. */
    private static final int LONGEST = 8 << 20;

    private final FeedReader reader;
    private final NewsFeed.Listener listener;
    private final Duration silence;
    private final StringBuilder text = new StringBuilder();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicReference<CompletableFuture<Void>> watch =
            new AtomicReference<>(new CompletableFuture<>());
    private volatile Optional<WebSocket> socket = Optional.empty();

    public FeedSocket(FeedReader reader, NewsFeed.Listener listener, Duration silence) {
        this.reader = reader;
        this.listener = listener;
        this.silence = silence;
    }

    /** Says what subscribes the connection. */
    public void subscribe(WebSocket ws, List<String> messages) {
        CompletableFuture<WebSocket> sent = CompletableFuture.completedFuture(ws);
        for (String message : messages) {
            sent = sent.thenCompose(w -> w.sendText(message, true));
        }
        var _ =
                sent.whenComplete((_, failure) -> {
                    if (failure != null) {
                        end("cannot subscribe: " + Doubt.describe(failure));
                    }
                });
    }

    /** Tells the listener once. */
    public void end(String why) {
        if (ended.compareAndSet(false, true)) {
            watch.get().cancel(false);
            socket.ifPresent(WebSocket::abort);
            listener.ended(why);
        }
    }

    @Override
    public void close() {
        end("closed by us");
    }

    @Override
    public void onOpen(WebSocket ws) {
        socket = Optional.of(ws);
        heard();
        ws.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket ws, CharSequence data, boolean last) {
        if (text.length() + data.length() > LONGEST) {
            end("a message is longer than " + LONGEST + " characters");
            return null;
        }
        text.append(data);
        if (last) {
            String message = Redaction.withoutHeld(text.toString());
            text.setLength(0);
            heard();
            read(message);
        }
        ws.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket ws, int status, String reason) {
        end("closed by the broker: %d %s".formatted(status, reason));
        return null;
    }

    @Override
    public void onError(WebSocket ws, Throwable failure) {
        end("broken: " + Doubt.describe(failure));
    }

    private void read(String message) {
        try {
            switch (reader.read(message)) {
                case FeedReader.Read.News(List<NewsFeed.Frame> all) -> all.forEach(listener::frame);
                case FeedReader.Read.Nothing _ -> {}
                case FeedReader.Read.Broken(String why) -> end(why);
            }
        } catch (RuntimeException e) {
            // The listener could not take it: what follows would leave a hole.
            end("not taken: " + Doubt.describe(e));
        }
    }

    /** Starts the wait for the next message anew. */
    private void heard() {
        CompletableFuture<Void> next =
                new CompletableFuture<Void>().orTimeout(silence.toMillis(), TimeUnit.MILLISECONDS);
        var _ =
                next.whenComplete((_, failure) -> {
                    if (failure instanceof TimeoutException) {
                        end("silent for " + silence);
                    }
                });
        watch.getAndSet(next).cancel(false);
    }
}
