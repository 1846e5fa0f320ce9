package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.kit.FeedSocket;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * <a href="https://docs.cdp.coinbase.com/prime/websocket-feed/overview">Prime's WebSocket feed</a>:
 * orders, heartbeats and prices on one connection. It tells that an order's quantity moved, not by
 * which executions: those are fetched over REST.
 */
@Singleton
class PrimeFeed implements NewsFeed {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final PrimeCalls calls;
    private final PrimeConfig config;
    private final SymbolMaster symbols;
    private final Clock clock;
    private Optional<HttpClient> http = Optional.empty();

    PrimeFeed(PrimeCalls calls, PrimeConfig config, SymbolMaster symbols, Clock clock) {
        this.calls = calls;
        this.config = config;
        this.symbols = symbols;
        this.clock = clock;
    }

    @Override
    public BrokerId broker() {
        return PrimeMapping.BROKER;
    }

    @Override
    public Connection open(Listener listener) {
        FeedSocket socket =
                new FeedSocket(
                        new PrimeFrames(new PrimeMapping(symbols), clock),
                        listener,
                        config.silence());
        PrimeSubscriptions subscriptions = new PrimeSubscriptions(calls.key(), config.products());
        // Whatever it comes to is told to the socket.
        var _ =
                http().newWebSocketBuilder()
                        .connectTimeout(CONNECT)
                        .buildAsync(config.feedUrl(), socket)
                        .whenComplete((ws, failure) -> {
                            if (failure == null) {
                                socket.subscribe(ws, subscriptions.messages(clock.instant()));
                            } else {
                                socket.end("cannot connect: " + failure.getClass().getSimpleName());
                            }
                        });
        return socket;
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
