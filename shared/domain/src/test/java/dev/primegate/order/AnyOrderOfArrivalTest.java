package dev.primegate.order;

import static dev.primegate.order.Orders.T0;
import static dev.primegate.order.Orders.busted;
import static dev.primegate.order.Orders.executed;
import static dev.primegate.order.Orders.reported;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import dev.primegate.proof.Proves;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A broker's lawful life of an order, told shuffled and doubled, always ends the same. */
class AnyOrderOfArrivalTest {
    private static final int LIVES = 3_000;
    private static final int TELLINGS = 6;
    private static final int HUNDREDTHS = 100;

    @Test
    @Proves({"X19", "X21", "X24", "F4", "F5"})
    void everyOrderOfArrivalEndsInTheSameOrder() {
        for (long seed = 0; seed < LIVES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Life life = Life.of(random);
            Orders.Tape straight = tell(life.news);

            assertThat(straight.order().cumQty()).as("seed %d", seed).isEqualTo(life.held);
            assertThat(straight.order().status()).as("seed %d", seed).isEqualTo(life.end);
            for (int i = 0; i < TELLINGS; i++) {
                Orders.Tape shuffled = tell(shuffledAndDoubled(life.news, random));
                assertThat(shuffled.order().progress())
                        .as("seed %d", seed)
                        .isEqualTo(straight.order().progress());
                assertThat(shuffled.order().status()).as("seed %d", seed).isEqualTo(life.end);
            }
        }
    }

    private static Orders.Tape tell(List<OrderEvent> news) {
        Orders.Tape book = new Orders.Tape(Orders.admitted(Orders.buy("a", "1")));
        Exposure sum = Exposure.of(book.order());
        for (OrderEvent event : news) {
            Transition told = book.hear(event);
            assertThat(told).as("%s", event).isNotInstanceOf(Transition.Impossible.class);
            if (told instanceof Transition.Advanced step) {
                sum = plus(sum, Exposure.of(step.order()).minus(Exposure.of(step.before())));
            }
        }
        // Headroom moves by differences, so their sum is what the order holds in the end.
        assertThat(sum).isEqualTo(Exposure.of(book.order()));
        return book;
    }

    private static Exposure plus(Exposure one, Exposure other) {
        return one.minus(Exposure.NONE.minus(other));
    }

    private static List<OrderEvent> shuffledAndDoubled(
            List<OrderEvent> news, SplittableRandom random) {
        List<OrderEvent> all = new ArrayList<>(news);
        all.addAll(news.subList(0, random.nextInt(news.size() + 1)));
        for (int i = all.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            OrderEvent swapped = all.get(i);
            all.set(i, all.get(j));
            all.set(j, swapped);
        }
        return all;
    }

    private record Life(List<OrderEvent> news, Quantity held, OrderStatus end) {
        static Life of(SplittableRandom random) {
            List<OrderEvent> news = new ArrayList<>();
            int worked = 0;
            int held = 0;
            int second = 1;
            boolean doubted = random.nextInt(3) == 0;
            if (doubted) {
                news.add(new OrderEvent.Doubted(T0, "reset"));
            }
            news.add(reported(OrderStatus.PENDING_NEW, "", second++));
            news.add(reported(OrderStatus.NEW, "", second++));
            int fills = random.nextInt(6);
            for (int i = 0; i < fills && worked < HUNDREDTHS; i++) {
                int quantity = 1 + random.nextInt(HUNDREDTHS - worked);
                worked += quantity;
                held += quantity;
                news.add(executed("f" + i, hundredths(quantity), price(random)));
                if (random.nextBoolean()) {
                    news.add(reported(OrderStatus.PARTIALLY_FILLED, hundredths(worked), second++));
                }
                int after = random.nextInt(8);
                if (after <= 1) {
                    news.add(busted("f" + i));
                    held -= quantity;
                }
                if (after == 1) {
                    news.add(
                            executed(
                                    "c" + i,
                                    hundredths(quantity),
                                    price(random),
                                    Optional.of(new ExecId("f" + i))));
                    held += quantity;
                }
            }
            OrderStatus end =
                    worked == HUNDREDTHS
                            ? OrderStatus.FILLED
                            : worked == 0 ? OrderStatus.NEW : OrderStatus.PARTIALLY_FILLED;
            if (worked == HUNDREDTHS && random.nextBoolean()) {
                news.add(reported(OrderStatus.FILLED, hundredths(worked), second));
            } else if (worked < HUNDREDTHS && random.nextBoolean()) {
                end =
                        List.of(OrderStatus.CANCELED, OrderStatus.EXPIRED, OrderStatus.DONE_FOR_DAY)
                                .get(random.nextInt(3));
                if (end == OrderStatus.CANCELED && random.nextBoolean()) {
                    news.add(new OrderEvent.CancelRequested(T0, "trader"));
                    news.add(reported(OrderStatus.PENDING_CANCEL, "", second++));
                }
                news.add(reported(end, hundredths(worked), second));
            }
            return new Life(news, Quantity.of(hundredths(held)), end);
        }

        private static String hundredths(int count) {
            return new Decimal10(BigInteger.valueOf(count * 100_000_000L)).toString();
        }

        private static String price(SplittableRandom random) {
            return (59_000 + random.nextInt(1_000)) + "." + (10 + random.nextInt(90));
        }
    }
}
