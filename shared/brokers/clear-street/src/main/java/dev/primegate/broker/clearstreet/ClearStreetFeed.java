package dev.primegate.broker.clearstreet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.kit.FeedReader;
import dev.primegate.broker.kit.FeedSocket;
import dev.primegate.broker.kit.Pass;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * <a href="https://docs.clearstreet.io/studio/docs/websockets">Clear Street's WebSocket feed</a>:
 * orders and trades of one account, from the start of the day whenever it is subscribed to.
 */
@Singleton
class ClearStreetFeed implements NewsFeed {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration REPLAY = Duration.ofSeconds(20);

    private final ClearStreetCalls calls;
    private final ClearStreetConfig config;
    private final SymbolMaster symbols;
    private final Clock clock;
    private Optional<HttpClient> http = Optional.empty();

    ClearStreetFeed(
            ClearStreetCalls calls, ClearStreetConfig config, SymbolMaster symbols, Clock clock) {
        this.calls = calls;
        this.config = config;
        this.symbols = symbols;
        this.clock = clock;
    }

    @Override
    public BrokerId broker() {
        return ClearStreetMapping.BROKER;
    }

    /** It tells of the account's own orders. */
    @Override
    public boolean isSteady() {
        return false;
    }

    @Override
    public Connection open(Listener listener) {
        return open(frames(), listener);
    }

    /** Everything the broker tells of the current day, or why it was not told to its end. */
    Fetched<List<BrokerNews>> replay() {
        ClearStreetReplay replay = new ClearStreetReplay(frames());
        try (Connection _ = open(replay, replay)) {
            return replay.await(REPLAY);
        }
    }

    private ClearStreetFrames frames() {
        return new ClearStreetFrames(new ClearStreetMapping(symbols), clock);
    }

    private Connection open(FeedReader reader, Listener listener) {
        FeedSocket socket = new FeedSocket(reader, listener, config.silence());
        switch (calls.pass()) {
            case Pass.Shut(String why) -> socket.end("no token: " + why);
            case Pass.Open pass -> connect(socket, subscription(pass));
        }
        return socket;
    }

    private void connect(FeedSocket socket, String subscription) {
        // Whatever it comes to is told to the socket.
        var _ =
                http().newWebSocketBuilder()
                        .connectTimeout(CONNECT)
                        .buildAsync(config.feedUrl(), socket)
                        .whenComplete((ws, failure) -> {
                            if (failure == null) {
                                socket.subscribe(ws, List.of(subscription));
                            } else {
                                socket.end("cannot connect: " + failure.getClass().getSimpleName());
                            }
                        });
    }

    private String subscription(Pass.Open pass) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("authorization", pass.token());
        json.putObject("payload")
                .put("type", "subscribe-activity")
                .put("account_id", calls.account());
        return json.toString();
    }

    /** Made when first needed: its threads cannot be part of a native image. */
    private synchronized HttpClient http() {
        if (http.isEmpty()) {
            http = Optional.of(HttpClient.newBuilder().connectTimeout(CONNECT).build());
        }
        return http.get();
    }

    @PreDestroy
    synchronized void close() {
        http.ifPresent(HttpClient::shutdownNow);
    }
}
