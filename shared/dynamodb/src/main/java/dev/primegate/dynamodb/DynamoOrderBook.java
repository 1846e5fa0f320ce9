package dev.primegate.dynamodb;

import dev.primegate.alert.OrderAlerts;
import dev.primegate.book.Due;
import dev.primegate.book.Headroom;
import dev.primegate.book.Intent;
import dev.primegate.book.OrderBook;
import dev.primegate.book.Posting;
import dev.primegate.dynamodb.Postings.Outcome;
import dev.primegate.instrument.BrokerId;
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
import dev.primegate.risk.Reference;
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
    public Transition apply(OrderId id, OrderEvent event, String by) {
        for (int round = 0; round < ROUNDS; round++) {
            Seen seen = look(id, event);
            Transition step = seen.order.apply(event, seen.prior, clock.instant());
            switch (step) {
                case Transition.Unchanged _ -> {
                    return step;
                }
                case Transition.Impossible news -> {
                    return impossible(news);
                }
                case Transition.Advanced advance -> {
                    Posting posting = Posting.of(advance, by, seen.historyHash, seen.references);
                    Optional<Headroom> left =
                            posting.isForced() ? Optional.of(headroom(posting)) : Optional.empty();
                    Posting whole = left.map(posting::overdrawing).orElse(posting);
                    switch (postings.write(whole, seen.prior, left)) {
                        case WRITTEN -> {
                            spread(whole);
                            return step;
                        }
                        case ALIAS_TAKEN -> {
                            return impossible(
                                    new Transition.Impossible(
                                            seen.order, event, "its broker id is another order's"));
                        }
                        case MOVED -> {}
                    }
                }
            }
        }
        throw new IllegalStateException("order " + id + " is written by too many at once");
    }

    /** Whatever cannot be written just so is decided from a reading. */
    @Override
    public Transition apply(Admission.Admitted admitted, OrderEvent event, String by) {
        Order order = admitted.order();
        if (order.apply(event, Prior.NONE, clock.instant()) instanceof Transition.Advanced step) {
            Posting posting = Posting.of(step, by, admitted.historyHash(), List.of());
            if (!posting.isForced()
                    && postings.write(posting, Prior.NONE, Optional.empty()) == Outcome.WRITTEN) {
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
                order.text("historyHash"),
                new Prior(
                        execution
                                .map(exec -> items.get(Key.execution(id, exec)))
                                .map(ExecutionItem::read),
                        execution.filter(e -> items.containsKey(Key.bust(id, e))).isPresent()),
                reference.map(items::get).map(DynamoReferences::read).orElse(List.of()));
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

    private record Seen(Order order, String historyHash, Prior prior, List<Reference> references) {}
}
