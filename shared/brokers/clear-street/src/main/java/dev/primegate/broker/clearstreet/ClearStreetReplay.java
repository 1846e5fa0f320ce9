package dev.primegate.broker.clearstreet;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.kit.FeedReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Hears a connection until the day is told to its end, and no further. */
final class ClearStreetReplay implements FeedReader, NewsFeed.Listener {
    private final CompletableFuture<Fetched<List<BrokerNews>>> whole = new CompletableFuture<>();
    private final List<BrokerNews> heard = new ArrayList<>();
    private final ClearStreetFrames frames;
    private Optional<Instant> last = Optional.empty();

    ClearStreetReplay(ClearStreetFrames frames) {
        this.frames = frames;
    }

    Fetched<List<BrokerNews>> await(Duration patience) {
        return whole.completeOnTimeout(
                        new Fetched.Failed<>("the replay takes longer than " + patience),
                        patience.toMillis(),
                        TimeUnit.MILLISECONDS)
                .join();
    }

    /** Each message is news, so that what came before is heard when the replay is complete. */
    @Override
    public Read read(String message) {
        Read read = frames.read(message);
        if (read instanceof Read.News news && frames.isReplayed()) {
            news.frames().forEach(this::frame);
            boolean _ =
                    whole.complete(
                            new Fetched.Whole<>(List.copyOf(heard), last.orElse(Instant.MIN)));
            return new Read.Broken("the replay is complete");
        }
        return read;
    }

    @Override
    public void frame(NewsFeed.Frame frame) {
        heard.addAll(frame.news());
        last = Optional.of(frame.at());
    }

    @Override
    public void ended(String why) {
        boolean _ = whole.complete(new Fetched.Failed<>(why));
    }
}
