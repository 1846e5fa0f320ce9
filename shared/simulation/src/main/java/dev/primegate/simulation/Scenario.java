package dev.primegate.simulation;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.OrderReports;
import dev.primegate.broker.coinbaseprime.PrimeParts;
import dev.primegate.dynamodb.StoreParts;
import dev.primegate.ingest.IngestParts;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Side;
import dev.primegate.reconcile.Job;
import dev.primegate.reconcile.ReconcileHandler;
import dev.primegate.reconcile.ReconcileParts;
import dev.primegate.risk.HaltCase;
import dev.primegate.risk.HaltScope;
import dev.primegate.runtime.Ids;
import dev.primegate.runtime.Turns;
import dev.primegate.simulation.store.FaultyDynamo;
import dev.primegate.simulation.store.MemoryDynamo;
import dev.primegate.simulation.world.Chances;
import dev.primegate.simulation.world.Crashes;
import dev.primegate.simulation.world.Reply;
import dev.primegate.simulation.world.Trace;
import dev.primegate.simulation.world.World;
import dev.primegate.simulator.engine.Instruments;
import dev.primegate.simulator.engine.Level;
import dev.primegate.simulator.engine.News;
import dev.primegate.simulator.engine.Progress;
import dev.primegate.submit.Settings;
import dev.primegate.submit.SubmitParts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** One seed: the real use cases and stores, a broker, an OMS, and everything that goes wrong. */
final class Scenario {
    static final BrokerId PRIME = new BrokerId("coinbase-prime");

    /** A second address of Prime, with books of its own, stands for another broker. */
    static final BrokerId SECOND = new BrokerId("second-prime");

    private static final List<BrokerId> BROKERS = List.of(PRIME, SECOND);

    /** Calls a second that each broker lets itself be made: few, so that bursts meet it. */
    static final int PER_SECOND = 10;

    private static final Duration CALM = Duration.ofMinutes(4);
    private static final Duration END = Duration.ofMinutes(14);

    private final Plan plan;
    private final World world;
    private final MemoryDynamo table = new MemoryDynamo();
    private final SimulatedPrime prime;
    private final SimulatedPrime second;
    private final StoreParts store;
    private final SubmitParts submit;
    private final IngestParts ingest;
    private final ReconcileHandler reconcile;
    private final Audit audit;
    private final Invocations invocations;
    private Chances chances;

    Scenario(long seed, Trace trace) {
        this(seed, Plan.draw(new SplittableRandom(seed)), trace);
    }

    Scenario(long seed, Plan plan, Trace trace) {
        this.plan = plan;
        this.chances = plan.chances();
        this.world = new World(seed, trace);
        this.audit = new Audit(plan.caps());
        Acknowledged acknowledged = audit.risks().acknowledged();
        this.invocations = new Invocations(world, () -> chances.skewMillis());
        Clock clock = world.taskClock();
        Ids ids = ids();
        SymbolMaster symbols = SymbolMaster.standard();
        prime = new SimulatedPrime(seed, world, PER_SECOND);
        prime.faults(seed, chances.brokerFaults());
        second = new SimulatedPrime(seed + 1, world, PER_SECOND);
        second.faults(seed + 1, chances.brokerFaults());
        store =
                StoreParts.over(
                                new FaultyDynamo(table, world, () -> chances),
                                clock,
                                world::sleep,
                                world.random(),
                                ids)
                        .through(acknowledged::over);
        PrimeParts.Pace pace = new PrimeParts.Pace(store.rates(), world::sleep, PER_SECOND);
        PrimeParts one = adapter(prime, symbols, clock, pace);
        PrimeParts two = adapter(second, symbols, clock, pace.as(SECOND)).as(SECOND);
        submit =
                SubmitParts.over(
                        store,
                        new SubmitParts.Venues(
                                List.of(one.gateway(), two.gateway()),
                                List.of(one.accounts(), two.accounts()),
                                new Turns(store.rates(), clock, world::sleep)),
                        symbols,
                        settings(plan),
                        ids,
                        clock);
        List<OrderReports> reports = List.of(one.reports(), two.reports());
        ingest = IngestParts.over(store, reports, clock);
        reconcile = ReconcileParts.over(store, reports, symbols, clock);
        world.crashes((task, _) -> !task.startsWith("oms") && hits(chances.crash()));
    }

    private PrimeParts adapter(
            SimulatedPrime at, SymbolMaster symbols, Clock clock, PrimeParts.Pace pace) {
        return PrimeParts.over(
                new PrimeWire(at, world, () -> chances),
                _ -> SimulatedPrime.key(),
                symbols,
                clock,
                pace);
    }

    /** Who dies where, instead of by chance. */
    void crashes(Crashes rule) {
        world.crashes(rule);
    }

    Result run() {
        table.watch(audit::written);
        prime.listen(new Listener(PRIME));
        second.listen(new Listener(SECOND));
        Oms oms =
                new Oms(
                        world,
                        invocations,
                        audit,
                        order -> submit.submit(order).isPromise(),
                        submit::cancel);
        oms.begin(plan);
        every(Duration.ofSeconds(5), "prices", this::publishPrices);
        every(plan.resolves(), "reconcile", this::settle);
        every(Duration.ofSeconds(60), "minute run", submit::runMinutely);
        plan.halt()
                .ifPresent(scope ->
                        world.start(
                                "oms halt",
                                Duration.ofSeconds(20),
                                Duration.ZERO,
                                () -> drill(scope)));
        plan.risks().slump().ifPresent(at -> world.later(at, this::slump));
        every(Duration.ofSeconds(20), "breaker", this::breaker);
        world.later(CALM, this::calm);
        world.later(CALM.plusSeconds(30), () -> oms.cancelRest(plan));
        world.run(World.START.plus(END));
        prime.engine().close();
        second.engine().close();
        return judge();
    }

    /** Over a table without faults, and outside of time. */
    private Result judge() {
        StoreParts quiet = quiet();
        if (plan.risks().slump().isPresent()) {
            audit.risks()
                    .end(
                            quiet,
                            new RiskAudit.Settled(
                                    BROKERS, Decimal10.of(plan.caps().openNotional())),
                            audit.byAccount(Scenario::bitcoin),
                            audit.byAccount(this::made))
                    .forEach(audit::broken);
        }
        boolean clean = plan.chances().equals(Chances.NONE);
        audit.paced(PRIME, prime, clean);
        audit.paced(SECOND, second, clean);
        Map<String, Integer> posts = new TreeMap<>(prime.posts());
        second.posts().forEach((id, count) -> posts.merge(id, count, Integer::sum));
        return audit.judge(quiet.query(), posts, table.items(), world.failures());
    }

    private StoreParts quiet() {
        return StoreParts.over(table, world.trueClock(), _ -> {}, world.random(), ids());
    }

    private static Function<Progress, Decimal10> bitcoin(NewOrder order) {
        return done ->
                order.symbol().equals(Plan.SYMBOLS.getFirst())
                        ? signed(order, done.quantity())
                        : Decimal10.ZERO;
    }

    /** At the middle of what the market is now. */
    private Function<Progress, Decimal10> made(NewOrder order) {
        var quote = prime.engine().quote(Instruments.find(order.symbol().text()).orElseThrow());
        Decimal10 middle =
                quote.bid().plus(quote.offer()).over(Decimal10.of("2"), RoundingMode.HALF_EVEN);
        return done ->
                signed(
                        order,
                        done.quantity().times(middle, RoundingMode.HALF_EVEN).minus(done.value()));
    }

    private static Decimal10 signed(NewOrder order, Decimal10 amount) {
        return order.side() == Side.BUY ? amount : amount.negated();
    }

    private void slump() {
        for (SimulatedPrime market : List.of(prime, second)) {
            market.engine()
                    .hands()
                    .pin(
                            Instruments.find(Plan.SYMBOLS.getFirst().text()).orElseThrow(),
                            Decimal10.of(Risks.SLUMP));
        }
    }

    /** What was in doubt all the time that it looked, it must have seen. */
    private void breaker() {
        Map<BrokerId, Set<String>> before = new LinkedHashMap<>();
        BROKERS.forEach(broker -> before.put(broker, doubtful(broker)));
        submit.runBreaker();
        before.forEach((broker, seen) -> {
            Set<String> still = new TreeSet<>(seen);
            still.retainAll(doubtful(broker));
            if (still.size() >= plan.risks().ordersInDoubt()
                    && !quiet().halts().halted().contains(HaltScope.of(broker))) {
                audit.broken(
                        "%d orders are in doubt at %s, and the breaker stays shut"
                                .formatted(still.size(), broker));
            }
        });
    }

    /** Who resumed the broker knew of those before. */
    private Set<String> doubtful(BrokerId broker) {
        Instant resumed =
                quiet().halts().cases().stream()
                        .filter(halt -> halt.scope().equals(HaltScope.of(broker)))
                        .findFirst()
                        .flatMap(HaltCase::resumedAt)
                        .orElse(Instant.MIN);
        return audit.risks().doubtful(broker, resumed, world.now());
    }

    /** Its stop-loss and drawdown limit are out of reach, unless there is a slump. */
    private static Settings settings(Plan plan) {
        Risks risks = plan.risks();
        boolean near = risks.slump().isPresent();
        return new Settings(
                plan.caps(),
                new Settings.Stop(
                        Plan.TENANT.name(),
                        Risks.STOPPED.name(),
                        Plan.SYMBOLS.getFirst().text(),
                        near ? new BigDecimal(Risks.TRIGGER) : BigDecimal.ONE),
                new Settings.Drop(
                        Plan.TENANT + "/" + Risks.LIMITED,
                        near ? new BigDecimal(Risks.CAPITAL) : BigDecimal.TEN.pow(9),
                        Risks.DRAWDOWN_BPS,
                        risks.drawdown()),
                risks.ordersInDoubt());
    }

    private void calm() {
        chances = Chances.NONE;
        prime.faults(0, 0);
        second.faults(0, 0);
    }

    private void settle() {
        var _ =
                reconcile.run(
                        Job.Kind.ORDERS, world.taskClock().instant().plus(Duration.ofSeconds(45)));
    }

    private void publishPrices() {
        for (Symbol symbol : Plan.SYMBOLS) {
            var quote = prime.engine().quote(Instruments.find(symbol.text()).orElseThrow());
            ingest.take(
                    PRIME,
                    new BrokerNews.OfMarket(
                            symbol, new Price(quote.bid()), new Price(quote.offer()), world.now()));
        }
    }

    /** Somebody halts until it is acknowledged; two persons resume. */
    private void drill(HaltScope scope) {
        Risks risks = plan.risks();
        Optional<Boolean> done = Optional.empty();
        while (done.isEmpty()) {
            done = call(() -> submit.halt(scope, risks.drill(), risks.sweeps(), "desk"));
        }
        AtomicBoolean resuming = new AtomicBoolean();
        var _ =
                call(() -> {
                    // Whoever stood still may look when it is lifted.
                    if (!submit.isListed(scope) && !resuming.get()) {
                        audit.broken("the halt of " + scope + " is not listed");
                    }
                });
        world.sleep(Duration.ofSeconds(30));
        resuming.set(true);
        for (String person : List.of("desk", "risk")) {
            var _ = call(() -> submit.resume(scope, person));
            world.sleep(Duration.ofSeconds(1));
        }
    }

    /** Empty if no answer comes for as long as anybody waits. */
    private Optional<Boolean> call(Runnable work) {
        Reply<Boolean> reply = new Reply<>();
        invocations.start(
                "halts",
                Duration.ZERO,
                () -> {
                    work.run();
                    reply.complete(true);
                });
        return world.await(reply, Oms.PATIENCE);
    }

    /** Runs a job now and then for as long as the world lasts, as its schedule would. */
    private void every(Duration period, String name, Runnable job) {
        Instant end = World.START.plus(END);
        for (Instant at = World.START.plusMillis(100); at.isBefore(end); at = at.plus(period)) {
            invocations.start(name, Duration.between(World.START, at), job);
            if (plan.resolvesTwice() && name.equals("reconcile")) {
                // Now and then at the very same moment.
                long apart = world.random().nextInt(2) * (1 + world.random().nextLong(50));
                invocations.start(name, Duration.between(World.START, at).plusSeconds(apart), job);
            }
        }
    }

    private Ids ids() {
        SplittableRandom random = world.random().split();
        return () -> Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    }

    private boolean hits(int thousandths) {
        return Chances.hits(world.random(), thousandths);
    }

    /** What the broker's feed would say, on its way to us. */
    private final class Listener implements News {
        private final BrokerId broker;

        Listener(BrokerId broker) {
            this.broker = broker;
        }

        @Override
        public void changed(dev.primegate.simulator.engine.Order order, long revision) {
            audit.changed(broker, order);
            world.note(broker + " order " + order.origin().clientId() + " " + order.status());
            if (hits(chances.newsLost())) {
                return;
            }
            BrokerNews news = news(order, revision);
            int copies = hits(chances.newsTwice()) ? 2 : 1;
            for (int i = 0; i < copies; i++) {
                int most = hits(chances.newsLate()) ? 40_000 : 60;
                invocations.start(
                        "ingest",
                        Duration.ofMillis(1 + world.random().nextInt(most)),
                        () -> ingest.take(broker, news));
            }
        }

        @Override
        public boolean followsMarkets() {
            return false;
        }

        @Override
        public void moved(
                dev.primegate.simulator.engine.Instrument instrument, List<Level> changes) {}

        private BrokerNews news(dev.primegate.simulator.engine.Order order, long revision) {
            Quantity filled = new Quantity(order.progress().quantity());
            OrderStatus status =
                    switch (order.status()) {
                        case PENDING -> OrderStatus.PENDING_NEW;
                        case OPEN ->
                                filled.isNone() ? OrderStatus.NEW : OrderStatus.PARTIALLY_FILLED;
                        case FILLED -> OrderStatus.FILLED;
                        case CANCELLED -> OrderStatus.CANCELED;
                        case EXPIRED -> OrderStatus.EXPIRED;
                        case FAILED -> OrderStatus.REJECTED;
                    };
            BrokerOrderId id = new BrokerOrderId(order.id());
            return new BrokerNews.OfOrder(
                    Optional.of(new OrderId(order.origin().clientId())),
                    id,
                    new OrderEvent.Reported(
                            status,
                            Optional.of(id),
                            Optional.of(filled),
                            world.now(),
                            Optional.empty()),
                    "r" + revision);
        }
    }
}
