package dev.primegate.simulator.coinbaseprime;

import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Conversation;
import dev.primegate.simulator.wire.Line;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.Skin;
import dev.primegate.simulator.wire.Stage;
import dev.primegate.simulator.wire.Switchboard;

/** The engine in the clothes of Coinbase Prime. */
public final class CoinbasePrime implements Skin {
    private final PrimeRest rest;
    private final PrimeFeeds feeds;

    private CoinbasePrime(PrimeRest rest, PrimeFeeds feeds) {
        this.rest = rest;
        this.feeds = feeds;
    }

    /** Dresses {@code engine}; sockets are served on {@code stage}. */
    public static CoinbasePrime over(Engine engine, Switchboard switchboard, Stage stage) {
        PrimeKeys keys = new PrimeKeys(switchboard.keys());
        PrimeFeeds feeds =
                new PrimeFeeds(engine, keys, switchboard.news(), switchboard.clock(), stage);
        engine.listen(feeds);
        return new CoinbasePrime(new PrimeRest(engine, switchboard, keys), feeds);
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
