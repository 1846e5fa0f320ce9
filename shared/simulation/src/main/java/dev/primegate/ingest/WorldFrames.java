package dev.primegate.ingest;

import dev.primegate.broker.NewsFeed;
import dev.primegate.simulation.world.Reply;
import dev.primegate.simulation.world.World;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** Frames that wait in virtual time. */
final class WorldFrames implements Frames {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final World world;
    private final Queue<NewsFeed.Frame> queue = new ArrayDeque<>();
    private Reply<Boolean> arrival = new Reply<>();
    private Optional<String> end = Optional.empty();

    WorldFrames(World world) {
        this.world = world;
    }

    @Override
    public void frame(NewsFeed.Frame frame) {
        queue.add(frame);
        arrival.complete(true);
    }

    @Override
    public void ended(String why) {
        end = Optional.of(why);
        arrival.complete(true);
    }

    @Override
    public Optional<NewsFeed.Frame> next() {
        if (queue.isEmpty() && end.isEmpty()) {
            arrival = new Reply<>();
            var _ = world.await(arrival, MOMENT);
        }
        return Optional.ofNullable(queue.poll());
    }

    @Override
    public Optional<String> ended() {
        return queue.isEmpty() ? end : Optional.empty();
    }
}
