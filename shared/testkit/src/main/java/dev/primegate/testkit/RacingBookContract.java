package dev.primegate.testkit;

import static dev.primegate.testkit.Requests.FUND;
import static dev.primegate.testkit.Requests.MAIN;
import static dev.primegate.testkit.Requests.buy;
import static dev.primegate.testkit.Requests.executed;
import static dev.primegate.testkit.Requests.intent;
import static dev.primegate.testkit.Requests.limits;
import static dev.primegate.testkit.Requests.reported;
import static dev.primegate.testkit.Requests.wide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.book.Intent;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import dev.primegate.order.Admission;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a book does when many write at once. */
public abstract class RacingBookContract extends BookContract {
    private static final int THREADS = 16;

    @Test
    @Proves("X6")
    void ofManyIdenticalSubmitsOneIsAdmitted() throws InterruptedException, ExecutionException {
        List<Admission> answers = race(THREADS, i -> admit(buy("same", "1"), wide()));

        assertThat(answers).filteredOn(Admission.Admitted.class::isInstance).hasSize(1);
        assertThat(answers)
                .allMatch(a ->
                        a instanceof Admission.Admitted
                                || a instanceof Admission.Known
                                || a instanceof Admission.Busy);
    }

    @Test
    @Proves({"X28", "J2"})
    void racingSubmitsAreAdmittedExactlyUpToTheLimit()
            throws InterruptedException, ExecutionException {
        int floor = 37;
        Limits max = limits("1000000", 1_000_000, Integer.toString(floor), "0");

        List<Integer> admitted = race(THREADS, i -> admitUntilDenied(i, 10, max));

        assertThat(admitted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(floor);
    }

    @Test
    @Proves({"X19", "X30"})
    void racingNewsOfOneOrderAddsUpOnce() throws InterruptedException, ExecutionException {
        NewOrder order = buy("a", "8");
        Limits max = limits("1000000", 1, "10", "0");
        admit(order, max);
        List<OrderEvent> news = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            news.add(executed(order, "f" + i, "1"));
            news.add(executed(order, "f" + i, "1"));
        }
        news.add(reported(OrderStatus.NEW, "b1"));
        news.add(reported(OrderStatus.FILLED, "b1", Optional.of("8")));
        Collections.shuffle(news, new Random(20261121));

        race(
                6,
                thread -> {
                    for (int i = thread; i < news.size(); i += 6) {
                        books().book().apply(order.id(), news.get(i), "feed" + thread);
                    }
                    return 0;
                });

        assertThat(found(order).cumQty()).isEqualTo(Quantity.of("8"));
        assertThat(found(order).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(books().ledger().positions(FUND, MAIN).getFirst().quantity())
                .isEqualTo(Decimal10.of("8"));
        assertThat(admit(buy("b", "2"), max)).isInstanceOf(Admission.Admitted.class);
    }

    private int admitUntilDenied(int thread, int orders, Limits max) {
        int admitted = 0;
        for (int i = 0; i < orders; i++) {
            NewOrder order = buy(thread + "-" + i, "1");
            Intent mine = intent(order, owner(), max, clock.instant());
            Admission answer = books().book().admit(mine);
            for (int again = 0; answer instanceof Admission.Busy && again < 50; again++) {
                answer = books().book().admit(mine);
            }
            assertThat(answer).isNotInstanceOf(Admission.Busy.class);
            if (answer instanceof Admission.Admitted) {
                admitted++;
            }
        }
        return admitted;
    }

    private static <T> List<T> race(int threads, Task<T> task)
            throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                calls.add(() -> task.run(thread));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }

    /** What each racer does. */
    private interface Task<T> {
        T run(int thread);
    }
}
