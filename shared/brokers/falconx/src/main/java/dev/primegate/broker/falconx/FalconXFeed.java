package dev.primegate.broker.falconx;

import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.kit.FeedSocket;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Decimal10;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * FalconX's price stream, for reference prices. It has no public stream of orders: a trade is in
 * the answer that made it, and what was lost is swept over REST.
 */
@Singleton
class FalconXFeed implements NewsFeed {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final FalconXCalls calls;
    private final FalconXConfig config;
    private final SymbolMaster symbols;
    private final Clock clock;
    private Optional<HttpClient> http = Optional.empty();

    FalconXFeed(FalconXCalls calls, FalconXConfig config, SymbolMaster symbols, Clock clock) {
        this.calls = calls;
        this.config = config;
        this.symbols = symbols;
        this.clock = clock;
    }

    @Override
    public BrokerId broker() {
        return FalconXMapping.BROKER;
    }

    @Override
    public Connection open(Listener listener) {
        FalconXSubscriptions subscriptions =
                new FalconXSubscriptions(calls.key(), pairs(), Decimal10.of(config.level()));
        CompletableFuture<Runnable> subscribing = new CompletableFuture<>();
        FeedSocket socket =
                new FeedSocket(
                        new FalconXFrames(
                                new FalconXMapping(symbols),
                                () -> {
                                    var _ = subscribing.thenAccept(Runnable::run);
                                },
                                clock),
                        listener,
                        config.silence());
        // Whatever it comes to is told to the socket.
        var _ =
                http().newWebSocketBuilder()
                        .connectTimeout(CONNECT)
                        .buildAsync(config.feedUrl(), socket)
                        .whenComplete((ws, failure) -> {
                            if (failure == null) {
                                introduce(socket, ws, subscriptions, subscribing);
                            } else {
                                socket.end("cannot connect: " + failure.getClass().getSimpleName());
                            }
                        });
        return socket;
    }

    private void introduce(
            FeedSocket socket,
            WebSocket ws,
            FalconXSubscriptions subscriptions,
            CompletableFuture<Runnable> subscribing) {
        socket.subscribe(ws, List.of(subscriptions.opening(clock.instant())));
        subscribing.complete(() -> socket.subscribe(ws, subscriptions.wishes()));
    }

    private List<Instrument> pairs() {
        return config.products().stream()
                .map(symbol ->
                        symbols.resolve(symbol)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                "primegate.broker.falconx.products names no instrument: "
                                                        + symbol)))
                .toList();
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
