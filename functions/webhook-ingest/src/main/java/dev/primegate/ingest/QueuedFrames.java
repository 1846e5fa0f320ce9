package dev.primegate.ingest;

import dev.primegate.broker.NewsFeed;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Frames in a queue; a full one holds the feed back. */
final class QueuedFrames implements Frames {
    private static final int WAITING = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final BlockingQueue<NewsFeed.Frame> queue = new ArrayBlockingQueue<>(WAITING);
    private volatile Optional<String> end = Optional.empty();

    @Override
    public void frame(NewsFeed.Frame frame) {
        try {
            if (!queue.offer(frame, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("frames are not booked in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void ended(String why) {
        end = Optional.of(why);
    }

    @Override
    public Optional<NewsFeed.Frame> next() throws InterruptedException {
        Optional<NewsFeed.Frame> waiting = Optional.ofNullable(queue.poll());
        return waiting.isPresent() || end.isPresent()
                ? waiting
                : Optional.ofNullable(queue.poll(MOMENT.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public Optional<String> ended() {
        return queue.isEmpty() ? end : Optional.empty();
    }
}
