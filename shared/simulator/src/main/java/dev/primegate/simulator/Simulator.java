package dev.primegate.simulator;

import dev.primegate.simulator.alpacabroker.AlpacaBroker;
import dev.primegate.simulator.alpacabroker.AlpacaCredentials;
import dev.primegate.simulator.clearstreet.ClearStreet;
import dev.primegate.simulator.clearstreet.ClearStreetCredentials;
import dev.primegate.simulator.clearstreet.Session;
import dev.primegate.simulator.coinbaseprime.CoinbasePrime;
import dev.primegate.simulator.control.Control;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Journal;
import dev.primegate.simulator.engine.Timer;
import dev.primegate.simulator.falconx.FalconX;
import dev.primegate.simulator.falconx.FalconXCredentials;
import dev.primegate.simulator.wire.RateLimit;
import dev.primegate.simulator.wire.SkewedClock;
import dev.primegate.simulator.wire.Skin;
import dev.primegate.simulator.wire.Stage;
import dev.primegate.simulator.wire.Switchboard;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * A simulated broker on a port of this machine, with its control API beside it. It is open to this
 * machine only.
 */
public final class Simulator implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int PRIME_PER_SECOND = 25;
    private static final int PRIME_BURST = 50;
    private static final int FALCONX_PER_SECOND = 10;
    private static final int FALCONX_BURST = 20;
    private static final int STUDIO_PER_SECOND = 10;
    private static final int ALPACA_PER_SECOND = 10;

    private final Vertx vertx;
    private final RealTimer realTimer;
    private final Engine engine;
    private final HttpServer server;

    private Simulator(Vertx vertx, RealTimer realTimer, Engine engine, HttpServer server) {
        this.vertx = vertx;
        this.realTimer = realTimer;
        this.engine = engine;
        this.server = server;
    }

    /**
     * Starts a Coinbase Prime; it answers by the time this returns.
     *
     * @throws IllegalStateException if the port or the folder is taken
     */
    public static Simulator start(SimulatorOptions options) {
        return start(
                options,
                new RateLimit(options.clock(), PRIME_PER_SECOND, PRIME_BURST),
                CoinbasePrime::over);
    }

    /** Starts a FalconX; otherwise as above. */
    public static Simulator falconX(SimulatorOptions options) {
        return start(
                options,
                new RateLimit(options.clock(), FALCONX_PER_SECOND, FALCONX_BURST),
                (engine, switchboard, stage) ->
                        FalconX.over(engine, switchboard, FalconXCredentials.SIMULATED, stage));
    }

    /** Starts a Clear Street, whose shares trade in {@code session}; otherwise as above. */
    public static Simulator clearStreet(SimulatorOptions options, Session session) {
        return start(
                options,
                new RateLimit(options.clock(), STUDIO_PER_SECOND, STUDIO_PER_SECOND),
                (engine, switchboard, stage) ->
                        ClearStreet.over(
                                engine,
                                switchboard,
                                ClearStreetCredentials.SIMULATED,
                                session,
                                stage));
    }

    /** Starts an Alpaca; otherwise as above. */
    public static Simulator alpacaBroker(SimulatorOptions options) {
        return start(
                options,
                new RateLimit(options.clock(), ALPACA_PER_SECOND, ALPACA_PER_SECOND),
                (engine, switchboard, stage) ->
                        AlpacaBroker.over(engine, switchboard, AlpacaCredentials.SIMULATED, stage));
    }

    private static Simulator start(SimulatorOptions options, RateLimit limit, Tailor tailor) {
        RealTimer realTimer = new RealTimer();
        Timer timer = options.timer() == null ? realTimer : options.timer();
        SkewedClock clock = new SkewedClock(options.clock());
        Engine engine = Engine.open(options.seed(), journal(options), clock, timer);
        Vertx vertx = Vertx.vertx(oneLoop());
        Switchboard switchboard = Switchboard.around(clock, limit, options.folder());
        VertxStage stage = new VertxStage(vertx.getOrCreateContext(), timer);
        WebServer web =
                new WebServer(
                        tailor.dress(engine, switchboard, stage),
                        new Control(engine, switchboard),
                        switchboard,
                        stage);
        HttpServer server =
                vertx.createHttpServer(http(options.port()))
                        .requestHandler(web::serve)
                        .webSocketHandler(web::converse);
        Simulator simulator = new Simulator(vertx, realTimer, engine, server);
        try {
            await(server.listen(), "listen on port " + options.port());
        } catch (IllegalStateException e) {
            simulator.close();
            throw e;
        }
        return simulator;
    }

    public int port() {
        return server.actualPort();
    }

    /** Where its REST and control APIs are, without a slash at the end. */
    public URI url() {
        return URI.create("http://" + LOOPBACK + ":" + port());
    }

    /** Where its sockets are. */
    public URI feedUrl() {
        return URI.create("ws://" + LOOPBACK + ":" + port());
    }

    @Override
    public void close() {
        realTimer.close();
        engine.close();
        await(vertx.close(), "close");
    }

    private static Journal journal(SimulatorOptions options) {
        return options.folder() == null ? Journal.inMemory() : Journal.in(options.folder());
    }

    private static VertxOptions oneLoop() {
        return new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions()
                                .setFileCachingEnabled(false)
                                .setClassPathResolvingEnabled(false));
    }

    private static HttpServerOptions http(int port) {
        return new HttpServerOptions()
                .setHost(LOOPBACK)
                .setPort(port)
                // A cut connection should cut one request, not all that share it.
                .setHttp2ClearTextEnabled(false)
                .setMaxWebSocketFrameSize(1 << 20)
                .setMaxWebSocketMessageSize(4 << 20);
    }

    private static void await(Future<?> future, String what) {
        try {
            var _ = future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: the simulator was to " + what, e);
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("the simulator cannot " + what, e);
        }
    }

    /** Makes the skin of a broker. */
    @FunctionalInterface
    private interface Tailor {
        Skin dress(Engine engine, Switchboard switchboard, Stage stage);
    }
}
