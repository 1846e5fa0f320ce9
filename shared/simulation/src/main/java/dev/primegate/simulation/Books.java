package dev.primegate.simulation;

import dev.primegate.money.Decimal10;
import dev.primegate.order.NewOrder;
import dev.primegate.order.Side;
import dev.primegate.simulator.engine.Order;
import dev.primegate.submit.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** At rest every figure follows from what the broker executed: limit - position is what is left. */
final class Books {
    private final Settings.Caps caps;

    /** What the broker executed, by account and symbol as they stand in a headroom item's key. */
    private final Map<String, Decimal10> positions = new TreeMap<>();

    Books(Settings.Caps caps, Map<String, NewOrder> asked, Map<String, Order> atBroker) {
        this.caps = caps;
        atBroker.forEach((id, order) -> {
            NewOrder of = asked.get(id);
            if (of != null) {
                Decimal10 done = order.progress().quantity();
                positions.merge(
                        "R#%s/%s:%s".formatted(of.tenant(), of.account(), of.symbol()),
                        of.side() == Side.BUY ? done : done.negated(),
                        Decimal10::plus);
            }
        });
    }

    /** Every figure that is not as it should be. */
    List<String> judge(List<Map<String, AttributeValue>> items) {
        List<String> wrong = new ArrayList<>();
        for (Map<String, AttributeValue> item : items) {
            AttributeValue type = item.get("type");
            if (type != null && "RISK".equals(type.s())) {
                String key = Objects.requireNonNull(item.get("pk")).s();
                if (item.containsKey("hN")) {
                    compare(wrong, key, item, "hN", Decimal10.of(caps.openNotional()));
                    compare(wrong, key, item, "hO", Decimal10.of("" + caps.openOrders()));
                } else {
                    Decimal10 position = positions.getOrDefault(key, Decimal10.ZERO);
                    Decimal10 limit = Decimal10.of(caps.units());
                    compare(wrong, key, item, "pos", position);
                    compare(wrong, key, item, "hL", limit.minus(position));
                    compare(wrong, key, item, "hS", limit.plus(position));
                }
            }
        }
        return wrong;
    }

    private static void compare(
            List<String> wrong,
            String key,
            Map<String, AttributeValue> item,
            String figure,
            Decimal10 expected) {
        String found = Objects.requireNonNull(item.get(figure)).n();
        if (Decimal10.of(found).compareTo(expected) != 0) {
            wrong.add("%s of %s is %s, not %s".formatted(figure, key, found, expected));
        }
    }
}
