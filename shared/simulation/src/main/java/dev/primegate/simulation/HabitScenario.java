package dev.primegate.simulation;

import dev.primegate.broker.coinbaseprime.PrimeParts;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.order.OrderId;
import dev.primegate.simulation.world.Chances;
import dev.primegate.simulation.world.Trace;
import dev.primegate.simulation.world.World;
import dev.primegate.simulator.engine.Level;
import dev.primegate.simulator.engine.News;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** One seed with a desk of some habit: the same OMS, plan, broker, wire, crashes and clocks. */
final class HabitScenario {
    private static final Duration CALM = Duration.ofMinutes(4);
    private static final Duration END = Duration.ofMinutes(8);

    private final Plan plan;
    private final World world;
    private final SimulatedPrime prime;
    private final HabitualDesk desk;
    private final Audit audit;
    private final Invocations invocations;
    private Chances chances;

    HabitScenario(long seed, Habit habit) {
        plan = Plan.draw(new SplittableRandom(seed));
        chances = plan.chances();
        world = new World(seed, new Trace(Optional.empty()));
        audit = new Audit(plan.caps());
        invocations = new Invocations(world, () -> chances.skewMillis());
        prime = new SimulatedPrime(seed, world);
        prime.faults(seed, chances.brokerFaults());
        SymbolMaster symbols = SymbolMaster.standard();
        PrimeParts adapter =
                PrimeParts.over(
                        new PrimeWire(prime, world, () -> chances),
                        _ -> SimulatedPrime.key(),
                        symbols,
                        world.taskClock());
        desk = new HabitualDesk(habit, adapter.gateway(), symbols, plan.caps(), world);
        world.crashes((task, _) ->
                task.startsWith("submit") && Chances.hits(world.random(), chances.crash()));
    }

    Result run() {
        prime.listen(new Listener());
        new Oms(world, invocations, audit, desk::submit, _ -> {}).begin(plan);
        world.later(
                CALM,
                () -> {
                    chances = Chances.NONE;
                    prime.faults(0, 0);
                });
        world.run(World.START.plus(END));
        prime.engine().close();
        return audit.judge(desk.notes(), prime.posts());
    }

    /** Every piece of news arrives, once and in order. */
    private final class Listener implements News {
        @Override
        public void changed(dev.primegate.simulator.engine.Order order, long revision) {
            audit.changed(Scenario.PRIME, order);
            invocations.start(
                    "ingest",
                    Duration.ofMillis(1),
                    () ->
                            desk.heard(
                                    new OrderId(order.origin().clientId()),
                                    Audit.expected(order.status()),
                                    order.progress().quantity()));
        }

        @Override
        public boolean followsMarkets() {
            return false;
        }

        @Override
        public void moved(
                dev.primegate.simulator.engine.Instrument instrument, List<Level> changes) {}
    }
}
