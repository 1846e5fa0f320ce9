package dev.primegate.order;

import static dev.primegate.order.Orders.T0;
import static dev.primegate.order.Orders.busted;
import static dev.primegate.order.Orders.executed;
import static dev.primegate.order.Orders.reported;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EveryStatusAndEventTest {
    private static final OrderEvent DOUBT = new OrderEvent.Doubted(T0, "reset");
    private static final OrderEvent NOT_SENT = new OrderEvent.NotSent(T0, "no route");
    private static final OrderEvent GONE =
            new OrderEvent.NeverArrived(T0, Orders.BROKER, "in no list");
    private static final OrderEvent CANCEL = new OrderEvent.CancelRequested(T0, "trader");

    @Test
    @Proves({"G10", "X27"})
    void everyEventHasADefinedResultInEveryStatus() {
        Map<OrderStatus, List<OrderEvent>> ways = ways();
        assertThat(ways.keySet()).containsExactlyInAnyOrder(OrderStatus.values());
        ways.forEach((status, way) -> {
            for (OrderEvent event : events()) {
                Orders.Tape book = walked(way);
                assertThat(book.order().status()).isEqualTo(status);
                check(status, event, book.hear(event));
            }
        });
    }

    private static void check(OrderStatus from, OrderEvent event, Transition result) {
        switch (result) {
            case Transition.Advanced advanced -> {
                OrderStatus to = advanced.order().status();
                assertThat(to == from || from.next().contains(to))
                        .as("%s -> %s by %s", from, to, event)
                        .isTrue();
                assertThat(advanced.order().version()).isEqualTo(advanced.before().version() + 1);
            }
            case Transition.Unchanged unchanged ->
                    assertThat(unchanged.order().status()).isEqualTo(from);
            case Transition.Impossible impossible ->
                    assertThat(impossible.order().status()).isEqualTo(from);
        }
    }

    private static Map<OrderStatus, List<OrderEvent>> ways() {
        Map<OrderStatus, List<OrderEvent>> ways = new EnumMap<>(OrderStatus.class);
        ways.put(OrderStatus.PENDING_NEW, List.of());
        ways.put(OrderStatus.UNKNOWN, List.of(DOUBT));
        ways.put(OrderStatus.NEW, List.of(reported(OrderStatus.NEW, "", 1)));
        ways.put(OrderStatus.PARTIALLY_FILLED, List.of(executed("w", "0.1", "60000")));
        ways.put(OrderStatus.FILLED, List.of(executed("w", "1", "60000")));
        ways.put(OrderStatus.PENDING_CANCEL, List.of(reported(OrderStatus.NEW, "", 1), CANCEL));
        for (OrderStatus said :
                List.of(
                        OrderStatus.PENDING_REPLACE,
                        OrderStatus.CANCELED,
                        OrderStatus.REJECTED,
                        OrderStatus.EXPIRED,
                        OrderStatus.DONE_FOR_DAY)) {
            ways.put(said, List.of(reported(said, "", 1)));
        }
        ways.put(OrderStatus.NOT_SENT, List.of(NOT_SENT));
        ways.put(OrderStatus.NEVER_ARRIVED, List.of(DOUBT, GONE));
        return ways;
    }

    private static List<OrderEvent> events() {
        List<OrderEvent> events = new ArrayList<>();
        for (OrderStatus status : OrderStatus.values()) {
            if (status != OrderStatus.UNKNOWN && !status.deniesTheOrderLived()) {
                events.add(reported(status, "", 7));
                events.add(reported(status, "0.3", 7));
                events.add(reported(status, "1", 7));
            }
        }
        events.add(executed("e", "0.3", "60000"));
        events.add(executed("e", "1", "60000"));
        events.add(executed("e", "5", "60000"));
        events.add(executed("w", "0.1", "60000"));
        events.add(busted("w"));
        events.add(busted("e"));
        events.add(DOUBT);
        events.add(NOT_SENT);
        events.add(GONE);
        events.add(CANCEL);
        events.add(new OrderEvent.CancelRefused(T0, "too late"));
        return events;
    }

    private static Orders.Tape walked(List<OrderEvent> way) {
        Orders.Tape book = new Orders.Tape(Orders.admitted(Orders.buy("a", "1")));
        way.forEach(book::hear);
        return book;
    }
}
