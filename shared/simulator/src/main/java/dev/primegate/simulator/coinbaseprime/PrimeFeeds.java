package dev.primegate.simulator.coinbaseprime;

import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.engine.Level;
import dev.primegate.simulator.engine.News;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.wire.Conversation;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.Line;
import dev.primegate.simulator.wire.NewsFaults;
import dev.primegate.simulator.wire.NewsLine;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Stage;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All connected clients. Whatever they say or are told happens on one thread. */
final class PrimeFeeds implements News {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Set<PrimeFeed> feeds = new LinkedHashSet<>();
    private final Engine engine;
    private final PrimeKeys keys;
    private final NewsFaults faults;
    private final Clock clock;
    private final Stage stage;

    /** Read from where the engine runs. */
    private volatile boolean connected;

    PrimeFeeds(Engine engine, PrimeKeys keys, NewsFaults faults, Clock clock, Stage stage) {
        this.engine = engine;
        this.keys = keys;
        this.faults = faults;
        this.clock = clock;
        this.stage = stage;
    }

    Conversation connect(Line line) {
        Voice voice =
                new Voice(
                        new NewsLine(line, faults), engine, clock, PrimeKeys.owner().portfolioId());
        PrimeFeed feed = new PrimeFeed(engine, new SocketDoor(keys, clock), voice);
        feeds.add(feed);
        connected = true;
        stage.later(PATIENCE, () -> giveUp(feed, line));
        stage.later(BEAT, () -> beat(feed));
        return new Conversation() {
            @Override
            public void heard(String text) {
                answer(feed, line, text);
            }

            @Override
            public void ended() {
                feeds.remove(feed);
                connected = !feeds.isEmpty();
            }
        };
    }

    @Override
    public void changed(Order order, long revision) {
        stage.soon(() -> feeds.forEach(feed -> feed.changed(order, revision)));
    }

    @Override
    public boolean followsMarkets() {
        return connected;
    }

    @Override
    public void moved(Instrument instrument, List<Level> changes) {
        stage.soon(() -> feeds.forEach(feed -> feed.moved(instrument, changes)));
    }

    private static void answer(PrimeFeed feed, Line line, String text) {
        try {
            feed.heard(text);
        } catch (RefusedException e) {
            line.send(Json.object().put("type", "error").put("message", e.reason()).toString());
            line.close(e.reason());
        }
    }

    private void beat(PrimeFeed feed) {
        if (feeds.contains(feed)) {
            feed.beat();
            stage.later(BEAT, () -> beat(feed));
        }
    }

    private void giveUp(PrimeFeed feed, Line line) {
        if (feeds.contains(feed) && feed.isSilent()) {
            line.close("no subscribe message within 5 seconds");
        }
    }
}
