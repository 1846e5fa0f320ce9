package dev.primegate.simulation;

import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.Cost;
import dev.primegate.ledger.Holding;
import dev.primegate.ledger.JournalEntry;
import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.Leg;
import dev.primegate.ledger.Position;
import dev.primegate.ledger.PositionId;
import dev.primegate.money.Decimal10;
import dev.primegate.order.Account;
import dev.primegate.order.Execution;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the brokers hold for us: opening, executions that stand, and the journal; and what open
 * orders may still buy and sell. Our positions, their cost and the headroom must say the same.
 */
final class Holdings {
    private final Map<PositionId, Sum> held = new LinkedHashMap<>();
    private final Map<String, Decimal10> openBuys = new HashMap<>();
    private final Map<String, Decimal10> openSells = new HashMap<>();

    /** Units, and what they cost less what they brought. */
    private record Sum(Decimal10 units, Decimal10 outlay) {
        Sum plus(Sum other) {
            return new Sum(units.plus(other.units), outlay.plus(other.outlay));
        }

        Sum negated() {
            return new Sum(units.negated(), outlay.negated());
        }
    }

    /** An order that may trade {@code units}. */
    void opened(NewOrder order, Decimal10 units) {
        open(order).merge(headroomOf(order), units, Decimal10::plus);
    }

    void traded(NewOrder order, BrokerId broker, Execution execution) {
        held.merge(at(order, broker), sum(execution), Sum::plus);
        if (execution.corrects().isEmpty()) {
            opened(order, execution.lastQty().amount().negated());
        }
    }

    /** It does not stand; the order may not trade it again. */
    void undone(NewOrder order, BrokerId broker, Execution execution) {
        held.merge(at(order, broker), sum(execution).negated(), Sum::plus);
    }

    void journaled(JournalEntry entry) {
        for (Leg leg : entry.legs()) {
            held.merge(leg.position(), new Sum(leg.quantity(), leg.value()), Sum::plus);
        }
    }

    /** What of ours says something else. */
    List<String> judge(Ledger ledger, List<Map<String, AttributeValue>> items) {
        List<String> wrong = new ArrayList<>();
        for (Account account : Plan.ACCOUNTS) {
            Map<PositionId, Sum> ours = new HashMap<>();
            for (Holding holding : ledger.holdings(Plan.TENANT, account)) {
                Position position = holding.position();
                Sum sum = new Sum(position.quantity(), position.outlay());
                ours.put(
                        new PositionId(Plan.TENANT, account, position.broker(), position.symbol()),
                        sum);
                costs(holding)
                        .filter(cost -> !cost.equals(sum))
                        .ifPresent(cost ->
                                wrong.add(
                                        "the tape of %s has %s, its sums %s"
                                                .formatted(account, cost, sum)));
            }
            held.forEach((id, expected) -> {
                Sum found = ours.remove(id);
                if (id.account().equals(account) && !expected.equals(found)) {
                    wrong.add("%s is %s, at the broker %s".formatted(id, found, expected));
                }
            });
            ours.keySet().forEach(id -> wrong.add(id + " never was"));
        }
        items.stream()
                .filter(item -> item.containsKey("hL"))
                .forEach(item -> headroom(item, wrong));
        return wrong;
    }

    private static Optional<Sum> costs(Holding holding) {
        return holding.cost().map(cost -> new Sum(cost.quantity(), outlay(cost)));
    }

    private static Decimal10 outlay(Cost cost) {
        return cost.cost().minus(cost.realised());
    }

    private void headroom(Map<String, AttributeValue> item, List<String> wrong) {
        String key = Objects.requireNonNull(item.get("pk")).s();
        Decimal10 position =
                held.entrySet().stream()
                        .filter(held -> headroomOf(held.getKey()).equals(key))
                        .map(held -> held.getValue().units())
                        .reduce(Decimal10.ZERO, Decimal10::plus);
        Decimal10 buys = openBuys.getOrDefault(key, Decimal10.ZERO);
        Decimal10 sells = openSells.getOrDefault(key, Decimal10.ZERO);
        Map.of(
                        "pos", position,
                        "hL", number(item, "limL").minus(position).minus(buys),
                        "hS", number(item, "limS").plus(position).minus(sells))
                .forEach((figure, expected) -> {
                    Decimal10 found = number(item, figure);
                    if (!found.equals(expected)) {
                        wrong.add("%s of %s is %s, not %s".formatted(figure, key, found, expected));
                    }
                });
    }

    private static Decimal10 number(Map<String, AttributeValue> item, String name) {
        return Decimal10.of(Objects.requireNonNull(item.get(name)).n());
    }

    private Map<String, Decimal10> open(NewOrder order) {
        return order.side() == Side.BUY ? openBuys : openSells;
    }

    private static Sum sum(Execution execution) {
        Sum bought = new Sum(execution.lastQty().amount(), execution.value());
        return execution.side() == Side.BUY ? bought : bought.negated();
    }

    private static PositionId at(NewOrder order, BrokerId broker) {
        return new PositionId(order.tenant(), order.account(), broker, order.symbol());
    }

    private static String headroomOf(NewOrder order) {
        return "R#%s/%s:%s".formatted(order.tenant(), order.account(), order.symbol());
    }

    private static String headroomOf(PositionId id) {
        return "R#%s/%s:%s".formatted(id.tenant(), id.account(), id.symbol());
    }
}
