package dev.primegate.broker.alpacabroker;

import dev.primegate.broker.FeedLeases;
import dev.primegate.broker.NewsFeed;
import dev.primegate.broker.kit.Pass;
import dev.primegate.broker.kit.SseStream;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.instrument.TradingHours;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * <a href="https://docs.alpaca.markets/reference/subscribetotradev2sse">Alpaca's stream of
 * trades</a>, from where everything was booked: it tells nothing of the past unless it is asked by
 * an event's id, which begins with its time.
 */
@Singleton
class AlpacaFeed implements NewsFeed {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Within a millisecond ids sort by chance, and what is noted late has a late id. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private static final TradingHours EXCHANGES =
            new TradingHours.Weekdays(
                    ZoneId.of("America/New_York"),
                    LocalTime.of(9, 30),
                    LocalTime.of(16, 0),
                    Set.of(),
                    Map.of());

    private final AlpacaCalls calls;
    private final AlpacaConfig config;
    private final AlpacaMapping mapping;
    private final FeedLeases leases;
    private final Clock clock;
    private Optional<HttpClient> http = Optional.empty();

    AlpacaFeed(
            AlpacaCalls calls,
            AlpacaConfig config,
            SymbolMaster symbols,
            FeedLeases leases,
            Clock clock) {
        this.calls = calls;
        this.config = config;
        this.mapping = new AlpacaMapping(symbols);
        this.leases = leases;
        this.clock = clock;
    }

    @Override
    public BrokerId broker() {
        return AlpacaMapping.BROKER;
    }

    @Override
    public TradingHours hours() {
        return EXCHANGES;
    }

    /** It tells of the accounts' own orders. */
    @Override
    public boolean isSteady() {
        return false;
    }

    @Override
    public Connection open(Listener listener) {
        return switch (calls.pass()) {
            case Pass.Shut(String why) -> {
                listener.ended("no token: " + why);
                yield () -> {};
            }
            case Pass.Open pass -> open(pass, since(), listener);
        };
    }

    private Connection open(Pass.Open pass, Instant since, Listener listener) {
        AlpacaEvents events = new AlpacaEvents(mapping, calls.account());
        return SseStream.open(
                http(),
                request(pass, Ulid.first(since)),
                config.silence(),
                new AlpacaFrames(events, since),
                listener);
    }

    private HttpRequest request(Pass.Open pass, Ulid since) {
        URI uri = URI.create(config.url() + AlpacaApi.EVENTS + "?since_id=" + since.text());
        return HttpRequest.newBuilder(uri)
                .header(AlpacaApi.BEARER, pass.bearer())
                .header("Accept", "text/event-stream")
                .build();
    }

    /** Until then everything is booked; what is told again changes nothing. */
    private Instant since() {
        return leases.find(AlpacaMapping.BROKER)
                .flatMap(FeedLeases.Standing::cursor)
                .orElseGet(clock::instant)
                .minus(OVERLAP);
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
