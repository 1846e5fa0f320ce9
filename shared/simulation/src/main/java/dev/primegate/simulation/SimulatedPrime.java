package dev.primegate.simulation;

import dev.primegate.money.Decimal10;
import dev.primegate.runtime.Secret;
import dev.primegate.simulation.world.World;
import dev.primegate.simulator.coinbaseprime.CoinbasePrime;
import dev.primegate.simulator.coinbaseprime.PrimeCredentials;
import dev.primegate.simulator.engine.Engine;
import dev.primegate.simulator.engine.Journal;
import dev.primegate.simulator.engine.News;
import dev.primegate.simulator.wire.Answer;
import dev.primegate.simulator.wire.Fault;
import dev.primegate.simulator.wire.RateLimit;
import dev.primegate.simulator.wire.Request;
import dev.primegate.simulator.wire.SkewedClock;
import dev.primegate.simulator.wire.Stage;
import dev.primegate.simulator.wire.Swarm;
import dev.primegate.simulator.wire.Switchboard;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simulator's engine and its Prime skin in virtual time; it counts what reaches it. */
final class SimulatedPrime {
    private static final Pattern CLIENT_ID = Pattern.compile("\"client_order_id\":\"([^\"]+)\"");

    private static final int TOO_MANY = 429;

    private final Map<String, Integer> posts = new TreeMap<>();
    private final Engine engine;
    private final CoinbasePrime skin;
    private final Switchboard switchboard;
    private final World world;
    private int throttled;

    SimulatedPrime(long seed, World world) {
        this(seed, world, 25);
    }

    /** One that answers 429 when it is called more often than that, in bursts of twice as many. */
    SimulatedPrime(long seed, World world, int perSecond) {
        this.world = world;
        SkewedClock clock = new SkewedClock(world.trueClock());
        engine = Engine.open(seed, Journal.inMemory(), clock, world::later);
        switchboard =
                Switchboard.around(clock, new RateLimit(clock, perSecond, 2 * perSecond), null);
        skin =
                CoinbasePrime.over(
                        engine,
                        switchboard,
                        new Stage() {
                            @Override
                            public void soon(Runnable task) {
                                world.later(Duration.ZERO, task);
                            }

                            @Override
                            public void later(Duration delay, Runnable task) {
                                world.later(delay, task);
                            }
                        });
    }

    /** From now on this share of new orders, in thousandths, meets some fault or other. */
    void faults(long seed, int thousandths) {
        Map<Fault.Kind, Decimal10> shares = new EnumMap<>(Fault.Kind.class);
        for (Fault.Kind kind : Fault.Kind.values()) {
            BigDecimal share = BigDecimal.valueOf(thousandths, 3).movePointLeft(1);
            // Eleven kinds would pass a share of one: a tenth each, but for two halves.
            boolean half = kind == Fault.Kind.REJECT || kind == Fault.Kind.FAIL_LATER;
            shares.put(kind, Decimal10.exactly(half ? share.divide(BigDecimal.TWO) : share));
        }
        switchboard.faults().unleash(new Swarm(seed, shares));
    }

    Answer take(Request request) {
        if (request.method().equals("POST") && request.path().endsWith("/order")) {
            Matcher id = CLIENT_ID.matcher(request.body());
            if (id.find()) {
                posts.merge(id.group(1), 1, Integer::sum);
            }
        }
        Answer answer = skin.answer(request);
        throttled += answer.status() == TOO_MANY ? 1 : 0;
        world.note("broker " + request.method() + " " + request.path() + " " + answer.status());
        return answer;
    }

    /** How often it had to say that it is called too often. */
    int throttled() {
        return throttled;
    }

    /** How many requests to open an order arrived, by client order id. */
    Map<String, Integer> posts() {
        return posts;
    }

    Clock clock() {
        return switchboard.clock();
    }

    Engine engine() {
        return engine;
    }

    void listen(News news) {
        engine.listen(news);
    }

    /** The key that opens it. */
    static Secret key() {
        PrimeCredentials key = PrimeCredentials.SIMULATED;
        return Secret.parse(
                "prime",
                """
                {"accessKey":"%s","passphrase":"%s","signingKey":"%s","svcAccountId":"%s",
                 "portfolioId":"%s"}
                """
                        .formatted(
                                key.accessKey(),
                                key.passphrase(),
                                key.signingKey(),
                                key.svcAccountId(),
                                key.portfolioId()));
    }
}
