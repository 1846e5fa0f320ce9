package dev.primegate.simulation;

import dev.primegate.book.Intent;
import dev.primegate.broker.BrokerNews;
import dev.primegate.dynamodb.StoreParts;
import dev.primegate.ingest.FeedParts;
import dev.primegate.ingest.WebhookParts;
import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Attempt;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Reservation;
import dev.primegate.order.Route;
import dev.primegate.order.Side;
import dev.primegate.risk.Cap;
import dev.primegate.risk.Limits;
import dev.primegate.runtime.Ids;
import dev.primegate.simulation.store.FaultyDynamo;
import dev.primegate.simulation.store.MemoryDynamo;
import dev.primegate.simulation.world.Chances;
import dev.primegate.simulation.world.Trace;
import dev.primegate.simulation.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * One seed of the feeds: the real readers under their leases and the real door for webhooks, with
 * nobody behind them who would find what they lose.
 */
final class FeedScenario {
    private static final Duration RUN = Duration.ofMinutes(3);
    private static final Duration CALM = FeedPlan.TRADING.plusMinutes(3);
    private static final Duration END = CALM.plusMinutes(9);
    private static final Price PRICE = Price.of("100");
    private static final String SIZE = "1000";
    private static final Set<String> OUTSIDERS = Set.of("sender", "bookkeeper");

    private final FeedPlan plan;
    private final World world;
    private final MemoryDynamo table = new MemoryDynamo();
    private final FeedAudit audit = new FeedAudit();
    private final StoreParts store;
    private final Ids ids;
    private final Tape tape;
    private final Invocations invocations;
    private final HookSender sender;
    private final List<NewOrder> taped = new ArrayList<>();
    private final List<NewOrder> hooked = new ArrayList<>();
    private Chances chances;
    private FeedPlan.Habits habits;

    FeedScenario(long seed, Trace trace) {
        this.plan = FeedPlan.draw(new SplittableRandom(~seed));
        this.chances = plan.chances();
        this.habits = plan.habits();
        this.world = new World(~seed, trace);
        this.ids = ids();
        this.invocations = new Invocations(world, () -> chances.skewMillis());
        this.store =
                StoreParts.over(
                        new FaultyDynamo(table, world, () -> chances),
                        world.taskClock(),
                        world::sleep,
                        world.random(),
                        ids);
        this.tape = new Tape(world, () -> habits);
        this.sender = new HookSender(world, invocations, this::take, audit::acknowledged);
        world.crashes((task, _) ->
                !OUTSIDERS.contains(task) && Chances.hits(world.random(), chances.crash()));
    }

    Result run() {
        StoreParts quiet = StoreParts.over(table, world.trueClock(), _ -> {}, world.random(), ids);
        for (int i = 0; i < FeedPlan.ORDERS; i++) {
            taped.add(admit(quiet, i, Tape.BROKER));
            hooked.add(admit(quiet, FeedPlan.ORDERS + i, HookSender.BROKER));
        }
        table.watch(audit::written);
        Bookkeeper bookkeeper = new Bookkeeper(world, invocations, store.journal());
        plan.entries().forEach(bookkeeper::begin);
        plan.entries().stream()
                .filter(FeedPlan.Entry::counts)
                .forEach(fact -> audit.holdings().journaled(fact.entry()));
        plan.trades().forEach(trade -> world.later(trade.at(), () -> happen(trade)));
        for (Duration at = Duration.ofMillis(100);
                at.compareTo(END) < 0;
                at = at.plus(Duration.ofMinutes(1))) {
            if (!isOut(at)) {
                invocations.start("feeds", at, this::read);
            }
        }
        world.later(
                CALM,
                () -> {
                    chances = Chances.NONE;
                    habits = FeedPlan.Habits.NONE;
                });
        world.run(World.START.plus(END));
        return audit.judge(quiet, table.items(), world.failures());
    }

    private boolean isOut(Duration at) {
        return plan.outage()
                .filter(from ->
                        at.compareTo(from) >= 0 && at.compareTo(from.plus(FeedPlan.OUTAGE)) < 0)
                .isPresent();
    }

    private void read() {
        FeedParts.over(store, tape, tape, ids, world)
                .keep(Tape.BROKER, world.taskClock().instant().plus(RUN));
    }

    private boolean take(String name, dev.primegate.ingest.signature.Delivery delivery) {
        FeedParts process = FeedParts.over(store, tape, tape, ids, world);
        return WebhookParts.over(
                        store, process, HookSender.BROKER, HookSender.KEY, world.taskClock())
                .take(name, delivery);
    }

    private void happen(FeedPlan.Trade trade) {
        NewOrder order = (trade.hooked() ? hooked : taped).get(trade.order());
        BrokerId broker = trade.hooked() ? HookSender.BROKER : Tape.BROKER;
        Execution execution = execution(order, "x" + trade.number(), "1", Optional.empty());
        audit.executed(order, broker, execution);
        tell(order, broker, execution.id().text(), new OrderEvent.Executed(execution));
        trade.undo()
                .ifPresent(undo ->
                        world.later(undo.after(), () -> undo(order, broker, execution, undo)));
    }

    /** The bust and the correction come on their own, and in any order. */
    private void undo(NewOrder order, BrokerId broker, Execution execution, FeedPlan.Undo undo) {
        String id = execution.id().text();
        audit.undone(order, broker, execution);
        if (undo.corrected()) {
            Execution correction = execution(order, id + "c", "0.4", Optional.of(execution.id()));
            audit.executed(order, broker, correction);
            tell(order, broker, id + "c", new OrderEvent.Executed(correction));
        }
        tell(
                order,
                broker,
                id + "b",
                new OrderEvent.Busted(execution.id(), world.now(), "erroneous"));
    }

    private void tell(NewOrder order, BrokerId broker, String id, OrderEvent event) {
        if (broker.equals(HookSender.BROKER)) {
            audit.told(id, order);
            sender.send(id, HookMessage.of(order, event));
        } else {
            tape.print(
                    new BrokerNews.OfOrder(
                            Optional.of(order.id()),
                            new BrokerOrderId("b-" + order.id()),
                            event,
                            id));
        }
    }

    private Execution execution(
            NewOrder order, String id, String quantity, Optional<ExecId> corrects) {
        return new Execution(
                new ExecId(id),
                order.symbol(),
                order.side(),
                Quantity.of(quantity),
                PRICE,
                Optional.empty(),
                world.now(),
                corrects,
                "00");
    }

    private NewOrder admit(StoreParts store, int number, BrokerId broker) {
        NewOrder order =
                Plan.order(
                        number,
                        Plan.ACCOUNTS.getFirst(),
                        Plan.SYMBOLS.getFirst(),
                        number % 2 == 0 ? Side.BUY : Side.SELL,
                        SIZE,
                        new OrderTerms.Limit(PRICE, Optional.empty()));
        Instant now = World.START;
        Quantity quantity = Quantity.of(SIZE);
        var _ =
                store.book()
                        .admit(
                                new Intent(
                                        Order.admitted(
                                                order,
                                                new Route(broker, "simulation"),
                                                new Attempt(
                                                        "owner " + number,
                                                        now,
                                                        now.plusSeconds(3),
                                                        now.plusSeconds(38)),
                                                new Reservation(quantity, Decimal10.of("100000")),
                                                now),
                                        wide(),
                                        List.of(),
                                        "hash",
                                        Duration.ZERO));
        audit.holdings().opened(order, quantity.amount());
        return order;
    }

    private static Limits wide() {
        Quantity much = Quantity.of("1000000");
        return new Limits(
                much,
                Decimal10.of("1000000000"),
                Decimal10.of("1000000000"),
                1_000,
                Cap.of(much),
                Cap.of(much),
                List.of());
    }

    private Ids ids() {
        SplittableRandom random = world.random().split();
        return () -> Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
    }
}
