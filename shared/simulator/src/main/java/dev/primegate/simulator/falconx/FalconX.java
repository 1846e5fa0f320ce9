package dev.primegate.simulator.falconx;

import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Conversation;
import dev.primegate.simulator.wire.Line;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.Skin;
import dev.primegate.simulator.wire.Stage;
import dev.primegate.simulator.wire.Switchboard;

/** The engine in the clothes of FalconX: a dealer, who trades at once or not at all. */
public final class FalconX implements Skin {
    private final FalconXRest rest;
    private final PriceStream prices;

    private FalconX(FalconXRest rest, PriceStream prices) {
        this.rest = rest;
        this.prices = prices;
    }

    /** Dresses {@code engine}; sockets are served on {@code stage}. */
    public static FalconX over(
            Engine engine, Switchboard switchboard, FalconXCredentials credentials, Stage stage) {
        return new FalconX(
                new FalconXRest(engine, switchboard, credentials),
                new PriceStream(engine, switchboard, credentials, stage));
    }

    @Override
    public Answer answer(Request request) {
        return rest.answer(request);
    }

    @Override
    public Conversation connect(Line line) {
        return prices.connect(line);
    }
}
