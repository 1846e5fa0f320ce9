package dev.primegate.dynamodb;

import dev.primegate.alert.OrderAlerts;
import dev.primegate.book.Due;
import dev.primegate.book.Found;
import dev.primegate.book.Headroom;
import dev.primegate.book.Intent;
import dev.primegate.book.OrderBook;
import dev.primegate.book.Posting;
import dev.primegate.dynamodb.Postings.Outcome;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.Orphan;
import dev.primegate.order.Admission;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.Denial;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderId;
import dev.primegate.order.Prior;
import dev.primegate.order.Transition;
import dev.primegate.risk.Halt;
import dev.primegate.telemetry.Trace;
import dev.primegate.telemetry.Traces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The book, over the one table. */
@Singleton
class DynamoOrderBook implements OrderBook {
    /** Other writers of the same order: its feed, a webhook, reconcile. Never this many. */
    private static final int ROUNDS = 12;

    private static final Duration DENIALS_KEPT = Duration.ofDays(400);

    private final Table table;
    private final Admissions admissions;
    private final Postings postings;
    private final HaltItems halts;
    private final Clock clock;

    DynamoOrderBook(
            Table table, Admissions admissions, Postings postings, HaltItems halts, Clock clock) {
        this.table = table;
        this.admissions = admissions;
        this.postings = postings;
        this.halts = halts;
        this.clock = clock;
    }

    @Override
    public Admission admit(Intent intent) {
        return admissions.admit(intent);
    }

    @Override
    public Admission reroute(Admission.Admitted unsent, Intent again, String by, String why) {
        return admissions.reroute(unsent, again, by, why);
    }

    @Override
    public Transition apply(OrderId id, OrderEvent event, String by) {
        Optional<Orphan> orphan = Optional.empty();
        for (int round = 0; round < ROUNDS; round++) {
            Seen seen = look(id, event);
            Found found = orphan.map(seen.found::with).orElse(seen.found);
            Optional<String> contradiction = found.contradiction(event);
            if (contradiction.isPresent()) {
                return impossible(seen.order, event, contradiction.get());
            }
            Transition step = seen.order.apply(event, found.prior(), clock.instant());
            if (step instanceof Transition.Impossible news) {
                return impossible(news);
            }
            if (!(step instanceof Transition.Advanced advance)) {
                return step;
            }
            switch (write(Posting.of(advance, by, found), seen.found.prior())) {
                case Outcome.Written _ -> {
                    return step;
                }
                case Outcome.AliasTaken _ -> {
                    return impossible(seen.order, event, "its broker id is another order's");
                }
                case Outcome.ExecutionTaken(Item claim) -> {
                    orphan = ClaimItem.orphan(claim);
                    if (orphan.isEmpty()) {
                        return impossible(
                                seen.order,
                                event,
                                "its execution is of order " + claim.text("orderId"));
                    }
                }
                case Outcome.Moved _ -> orphan = Optional.empty();
            }
        }
        throw new IllegalStateException("order " + id + " is written by too many at once");
    }

    /** Whatever cannot be written just so is decided from a reading. */
    @Override
    public Transition apply(Admission.Admitted admitted, OrderEvent event, String by) {
        Order order = admitted.order();
        if (order.apply(event, Prior.NONE, clock.instant()) instanceof Transition.Advanced step) {
            Posting posting = Posting.of(step, by, Found.of(admitted.historyHash(), traceId()));
            if (!posting.isForced()
                    && postings.write(posting, Prior.NONE, Optional.empty())
                            instanceof Outcome.Written) {
                return step;
            }
        }
        return apply(order.id(), event, by);
    }

    @Override
    public Optional<OrderId> findByAlias(BrokerId broker, BrokerOrderId id) {
        return table.get(Key.alias(broker, id)).map(item -> new OrderId(item.text("orderId")));
    }

    @Override
    public void postpone(OrderId id, long version, Due next) {
        try {
            table.client()
                    .updateItem(update ->
                            update.tableName(table.name())
                                    .key(Key.order(id).attributes())
                                    .updateExpression("SET duePk = :duty, dueAt = :at")
                                    .conditionExpression(
                                            "version = :version AND attribute_exists(dueAt)")
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":duty",
                                                    AttributeValue.fromS(
                                                            OrderItem.duePk(next.duty(), id)),
                                                    ":at",
                                                    AttributeValue.fromS(Times.text(next.at())),
                                                    ":version",
                                                    AttributeValue.fromN(Long.toString(version)))));
        } catch (ConditionalCheckFailedException _) {
            return; // It moved or ended meanwhile, and carries the date it needs.
        }
    }

    @Override
    public void note(NewOrder refused, Denial denial, Instant at) {
        table.put(
                Item.at(Key.denial(refused.id(), at))
                        .put("type", "DENIAL")
                        .put("tenant", refused.tenant().name())
                        .put("account", refused.account().name())
                        .put("clOrdId", refused.clOrdId().text())
                        .put("meaning", refused.meaning())
                        .put("trader", refused.trader())
                        .put("code", denial.code())
                        .put("reason", denial.reason())
                        .putText("limit", denial.limit())
                        .putText("actual", denial.actual())
                        .put("at", at)
                        .expiring(at.plus(DENIALS_KEPT)));
    }

    /** The items of other accounts; should this fail, the run of each minute completes it. */
    private void spread(Posting posting) {
        for (Halt halt : posting.halts()) {
            halts.spread(halt.scope(), halt.state());
        }
    }

    /** A posting that takes headroom by force is held to the headroom that it was judged by. */
    private Outcome write(Posting posting, Prior prior) {
        Optional<Headroom> left =
                posting.isForced() ? Optional.of(headroom(posting)) : Optional.empty();
        Posting whole = left.map(posting::overdrawing).orElse(posting);
        Outcome outcome = postings.write(whole, prior, left);
        if (outcome instanceof Outcome.Written) {
            spread(whole);
        }
        return outcome;
    }

    private Transition impossible(Order order, OrderEvent event, String why) {
        return impossible(new Transition.Impossible(order, event, why));
    }

    private Transition impossible(Transition.Impossible news) {
        table.put(AlertItem.write(OrderAlerts.of(news)));
        return news;
    }

    /**
     * The order, what is on tape under the event's execution id, and the prices to judge it by, in
     * one round trip.
     */
    private Seen look(OrderId id, OrderEvent event) {
        Optional<ExecId> execution = executionOf(event);
        Optional<Key> reference =
                event instanceof OrderEvent.Executed(Execution traded)
                        ? Optional.of(Key.reference(traded.symbol()))
                        : Optional.empty();
        List<Key> keys = new ArrayList<>(List.of(Key.order(id)));
        execution.ifPresent(exec -> keys.add(Key.execution(id, exec)));
        execution.ifPresent(exec -> keys.add(Key.bust(id, exec)));
        reference.ifPresent(keys::add);
        Map<Key, Item> items = table.getAll(keys);
        Item order = items.get(Key.order(id));
        if (order == null) {
            throw new UnknownOrderException(id);
        }
        return new Seen(
                OrderItem.read(order),
                new Found(
                        order.text("historyHash"),
                        new Prior(
                                execution
                                        .map(exec -> items.get(Key.execution(id, exec)))
                                        .map(ExecutionItem::read),
                                execution
                                        .filter(e -> items.containsKey(Key.bust(id, e)))
                                        .isPresent()),
                        reference.map(items::get).map(DynamoReferences::read).orElse(List.of()),
                        Optional.empty(),
                        traceId()));
    }

    private static Optional<String> traceId() {
        return Traces.current().map(Trace::id);
    }

    private Headroom headroom(Posting posting) {
        return RiskItem.headroom(
                table.get(Key.symbolRisk(posting.order().request())).orElseThrow());
    }

    private static Optional<ExecId> executionOf(OrderEvent event) {
        return switch (event) {
            case OrderEvent.Executed(Execution execution) -> Optional.of(execution.id());
            case OrderEvent.Busted bust -> Optional.of(bust.execId());
            case OrderEvent.Reported _,
                    OrderEvent.Doubted _,
                    OrderEvent.NotSent _,
                    OrderEvent.NeverArrived _,
                    OrderEvent.CancelRequested _,
                    OrderEvent.CancelRefused _ ->
                    Optional.empty();
        };
    }

    private record Seen(Order order, Found found) {}
}
