package dev.primegate.simulator.alpacabroker;

import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Conversation;
import dev.primegate.simulator.wire.Line;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.Skin;
import dev.primegate.simulator.wire.Stage;
import dev.primegate.simulator.wire.Switchboard;

/** The engine in the clothes of Alpaca. */
public final class AlpacaBroker implements Skin {
    private final AlpacaRest rest;
    private final TradeStreams streams;

    private AlpacaBroker(AlpacaRest rest, TradeStreams streams) {
        this.rest = rest;
        this.streams = streams;
    }

    /** Dresses {@code engine}; streams are served on {@code stage}. */
    public static AlpacaBroker over(
            Engine engine, Switchboard switchboard, AlpacaCredentials credentials, Stage stage) {
        TokenDesk desk = new TokenDesk(credentials, switchboard.clock());
        AlpacaJson json = new AlpacaJson(switchboard.clock());
        TradeLog log = TradeLog.of(engine, credentials.accountId(), json, switchboard.clock());
        TradeStreams streams = new TradeStreams(engine, log, switchboard, stage);
        engine.listen(streams);
        return new AlpacaBroker(new AlpacaRest(engine, json, desk, streams, switchboard), streams);
    }

    @Override
    public Answer answer(Request request) {
        return rest.answer(request);
    }

    @Override
    public Conversation follow(Request request, Line line) {
        return streams.follow(request, line);
    }

    /** It has no sockets. */
    @Override
    public Conversation connect(Line line) {
        line.close("there are no sockets here");
        return new Conversation() {
            @Override
            public void heard(String text) {
                // Nobody listens.
            }

            @Override
            public void ended() {
                // Nobody is told.
            }
        };
    }
}
