package dev.primegate.simulator.clearstreet;

import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Conversation;
import dev.primegate.simulator.wire.Line;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.Skin;
import dev.primegate.simulator.wire.Stage;
import dev.primegate.simulator.wire.Switchboard;

/** The engine in the clothes of Clear Street. */
public final class ClearStreet implements Skin {
    private final StudioRest rest;
    private final StudioFeeds feeds;

    private ClearStreet(StudioRest rest, StudioFeeds feeds) {
        this.rest = rest;
        this.feeds = feeds;
    }

    /** Dresses {@code engine}; sockets are served on {@code stage}. */
    public static ClearStreet over(
            Engine engine,
            Switchboard switchboard,
            ClearStreetCredentials credentials,
            Session session,
            Stage stage) {
        TokenDoor door = new TokenDoor(credentials, switchboard.clock());
        StudioDay day = new StudioDay(engine, session, switchboard.clock());
        StudioJson json = new StudioJson(credentials, day);
        StudioFeeds feeds = new StudioFeeds(day, json, door, switchboard, stage);
        engine.listen(feeds);
        return new ClearStreet(new StudioRest(day, json, door, switchboard), feeds);
    }

    @Override
    public Answer answer(Request request) {
        return rest.answer(request);
    }

    @Override
    public Conversation connect(Line line) {
        return feeds.connect(line);
    }
}
