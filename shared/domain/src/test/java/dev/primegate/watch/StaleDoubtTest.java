package dev.primegate.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Orders;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaleDoubtTest {
    private final Order doubtful = doubtful();
    private final Instant fence = doubtful.attempt().fence();

    @Test
    void twoMinutesAfterTheFenceItIsTold() {
        assertThat(judge(fence.plusSeconds(119), doubtful)).isEmpty();
        assertThat(judge(fence.plusSeconds(120), doubtful)).hasSize(1);
    }

    @Test
    void anOrderThatIsNotInDoubtIsNone() {
        Order waiting = Orders.admitted(Orders.buy("b", "1"));

        assertThat(judge(fence.plusSeconds(3600), waiting)).isEmpty();
    }

    @Test
    void allDoubtsOfABrokerAreOneTroubleThatNamesTheOldest() {
        assertThat(judge(fence.plusSeconds(120), doubtful, doubtful))
                .singleElement()
                .satisfies(trouble -> {
                    assertThat(trouble.summary()).startsWith("2 orders at ");
                    assertThat(trouble.details()).containsEntry("orderId", doubtful.id().text());
                });
    }

    private static List<Trouble> judge(Instant now, Order... orders) {
        return StaleDoubt.judge(new BrokerId("coinbase-prime"), List.of(orders), now).stream()
                .toList();
    }

    private static Order doubtful() {
        Orders.Tape tape = new Orders.Tape(Orders.admitted(Orders.buy("a", "1")));
        var _ = tape.hear(new OrderEvent.Doubted(Orders.T0, "no answer"));
        assertThat(tape.order().status()).isEqualTo(OrderStatus.UNKNOWN);
        return tape.order();
    }
}
