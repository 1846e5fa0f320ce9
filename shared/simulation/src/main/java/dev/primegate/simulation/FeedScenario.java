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
                !task.equals("sender") && Chances.hits(world.random(), chances.crash()));
    }

    Result run() {
        StoreParts quiet = StoreParts.over(table, world.trueClock(), _ -> {}, world.random(), ids);
        for (int i = 0; i < FeedPlan.ORDERS; i++) {
            taped.add(admit(quiet, i, Tape.BROKER));
            hooked.add(admit(quiet, FeedPlan.ORDERS + i, HookSender.BROKER));
        }
        table.watch(audit::written);
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
        return audit.judge(quiet.query(), world.failures());
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
        String id = "x" + trade.number();
        audit.executed(order, id);
        if (trade.hooked()) {
            audit.told(id, order);
            sender.send(id, message(order, id));
        } else {
            tape.print(news(order, id));
        }
    }

    private BrokerNews news(NewOrder order, String id) {
        return new BrokerNews.OfOrder(
                Optional.of(order.id()),
                new BrokerOrderId("b-" + order.id()),
                new OrderEvent.Executed(
                        new Execution(
                                new ExecId(id),
                                order.symbol(),
                                order.side(),
                                Quantity.of("1"),
                                PRICE,
                                Optional.empty(),
                                world.now(),
                                Optional.empty(),
                                "00")),
                id);
    }

    private String message(NewOrder order, String id) {
        return """
        {"type":"order.executed","timestamp":"%s",
         "data":{"orderId":"%s","brokerOrderId":"b-%s","execId":"%s","symbol":"BTC-USD",
                 "side":"BUY","lastQty":"1","lastPx":"100","transactTime":"%s"}}
        """
                .formatted(world.now(), order.id(), order.id(), id, world.now());
    }

    private static NewOrder admit(StoreParts store, int number, BrokerId broker) {
        NewOrder order =
                Plan.order(
                        number,
                        Plan.ACCOUNTS.getFirst(),
                        Plan.SYMBOLS.getFirst(),
                        Side.BUY,
                        "1000",
                        new OrderTerms.Limit(PRICE, Optional.empty()));
        Instant now = World.START;
        Quantity quantity = Quantity.of("1000");
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
