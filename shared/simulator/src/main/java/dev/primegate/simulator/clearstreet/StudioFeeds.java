package dev.primegate.simulator.clearstreet;

import dev.primegate.simulator.engine.Instrument;
import dev.primegate.simulator.engine.Level;
import dev.primegate.simulator.engine.News;
import dev.primegate.simulator.engine.Order;
import dev.primegate.simulator.wire.Conversation;
import dev.primegate.simulator.wire.Json;
import dev.primegate.simulator.wire.Line;
import dev.primegate.simulator.wire.NewsLine;
import dev.primegate.simulator.wire.RefusedException;
import dev.primegate.simulator.wire.Stage;
import dev.primegate.simulator.wire.Switchboard;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All connected clients. Whatever they say or are told happens on one thread. */
final class StudioFeeds implements News {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Set<StudioFeed> feeds = new LinkedHashSet<>();
    private final StudioDay day;
    private final StudioJson json;
    private final TokenDoor door;
    private final Switchboard switchboard;
    private final Stage stage;

    StudioFeeds(
            StudioDay day, StudioJson json, TokenDoor door, Switchboard switchboard, Stage stage) {
        this.day = day;
        this.json = json;
        this.door = door;
        this.switchboard = switchboard;
        this.stage = stage;
    }

    Conversation connect(Line line) {
        StudioFeed feed = new StudioFeed(day, json, door, new NewsLine(line, switchboard.news()));
        feeds.add(feed);
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
            }
        };
    }

    @Override
    public void changed(Order order, long revision) {
        day.note(order);
        stage.soon(() -> feeds.forEach(feed -> feed.changed(order.id())));
    }

    @Override
    public boolean followsMarkets() {
        return false;
    }

    @Override
    public void moved(Instrument instrument, List<Level> changes) {
        // There is no market data on this socket.
    }

    private void answer(StudioFeed feed, Line line, String text) {
        try {
            Instant end = feed.heard(text);
            Duration left = Duration.between(day.now(), end);
            stage.later(left, () -> line.close("the token has expired"));
        } catch (RefusedException e) {
            line.send(error(e));
            line.close(e.reason());
        }
    }

    private String error(RefusedException refused) {
        var message = Json.object().put("timestamp", day.now().toEpochMilli()).put("sequence", 1);
        message.putObject("payload").put("type", "error-notice").put("message", refused.reason());
        return message.toString();
    }

    private void beat(StudioFeed feed) {
        if (feeds.contains(feed)) {
            feed.beat();
            stage.later(BEAT, () -> beat(feed));
        }
    }

    private void giveUp(StudioFeed feed, Line line) {
        if (feeds.contains(feed) && !feed.isSubscribed()) {
            line.close("no subscription within 30 seconds");
        }
    }
}
