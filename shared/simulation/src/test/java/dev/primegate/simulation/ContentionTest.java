package dev.primegate.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.dynamodb.StoreParts;
import dev.primegate.order.Admission;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.simulation.store.HoldingDynamo;
import dev.primegate.simulation.store.MemoryDynamo;
import dev.primegate.simulation.world.Trace;
import dev.primegate.simulation.world.World;
import dev.primegate.testkit.Requests;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * One account, one instrument, and all orders through their headroom: the hottest items there are.
 * Each order is admitted, reported and filled, in three transactions, two of them there; items are
 * held for 10 ms of each.
 */
class ContentionTest {
    private static final int ORDERS = 1_000;
    private static final Duration HOLD = Duration.ofMillis(10);

    @Test
    @Proves("X40")
    void atTheRateThatABrokerTakesFewMeetOneAnotherAndNobodyIsTurnedAway() {
        // Seven tenths of ten calls a second.
        Day day = new Day(7);

        assertThat(day.turnedAway).isZero();
        assertThat(day.conflictsInAHundred()).isLessThan(8);
    }

    @Test
    void aboveItTheyDo() {
        assertThat(new Day(12).conflictsInAHundred()).isGreaterThan(8);
    }

    /** A thousand orders that come by chance, so many a second. */
    private static final class Day {
        private final World world = new World(1, new Trace(Optional.empty()));
        private final HoldingDynamo table = new HoldingDynamo(new MemoryDynamo(), world, HOLD);
        private final StoreParts parts =
                StoreParts.over(
                        table,
                        world.taskClock(),
                        world::sleep,
                        world.random(),
                        () -> new UUID(world.random().nextLong(), 1).toString());
        private int turnedAway;

        Day(int ordersASecond) {
            Seeds.inside(() -> {
                Duration at = Duration.ZERO;
                for (int number = 0; number < ORDERS; number++) {
                    NewOrder order = Requests.buy("o" + number, "1");
                    var _ = world.start("order", at, Duration.ZERO, () -> trade(order));
                    at = at.plusMillis(world.random().nextInt(2 * 1_000 / ordersASecond));
                }
                world.run(World.START.plus(Duration.ofHours(1)));
            });
            assertThat(world.failures()).isEmpty();
        }

        int conflictsInAHundred() {
            return Math.ceilDiv(100 * table.conflicts(), table.tries());
        }

        private void trade(NewOrder order) {
            String name = order.clOrdId().toString();
            Admission admission =
                    parts.book().admit(Requests.intent(order, name, Requests.wide(), world.now()));
            if (admission instanceof Admission.Busy) {
                turnedAway++;
                return;
            }
            world.sleep(Duration.ofMillis(30));
            apply(order, Requests.reported(OrderStatus.NEW, "b" + name));
            world.sleep(Duration.ofMillis(10 + world.random().nextInt(40)));
            apply(order, Requests.executed(order, "e" + name, "1"));
        }

        private void apply(NewOrder order, OrderEvent event) {
            var _ = parts.book().apply(order.id(), event, "feed");
        }
    }
}
