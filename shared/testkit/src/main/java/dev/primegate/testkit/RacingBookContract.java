package dev.primegate.testkit;

import static dev.primegate.testkit.Requests.FUND;
import static dev.primegate.testkit.Requests.MAIN;
import static dev.primegate.testkit.Requests.buy;
import static dev.primegate.testkit.Requests.executed;
import static dev.primegate.testkit.Requests.intent;
import static dev.primegate.testkit.Requests.limits;
import static dev.primegate.testkit.Requests.paced;
import static dev.primegate.testkit.Requests.reported;
import static dev.primegate.testkit.Requests.wide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.book.Intent;
import dev.primegate.book.OrderBook;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import dev.primegate.order.Admission;
import dev.primegate.order.Denial;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderEvent;
import dev.primegate.order.OrderStatus;
import dev.primegate.proof.Proves;
import dev.primegate.risk.Limits;
import dev.primegate.risk.MessageRate;
import java.time.Duration;
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
    @Proves({"X28", "X31", "J2"})
    void theLimitIsExactWhileFillsAndCancelsRun() throws InterruptedException, ExecutionException {
        int floor = 101;
        Limits max = limits("1000000", 1_000_000, Integer.toString(floor), "0");

        List<Integer> kept = race(THREADS, thread -> tradeUntilDenied(thread, 40, max));

        int used = kept.stream().mapToInt(Integer::intValue).sum();
        assertThat(used).isBetween(floor / 2, floor);
        int rest = admitUntilDenied(THREADS, floor, max);
        assertThat(used + rest).isEqualTo(floor);
        assertThat(admit(buy("last", "0.0000000001"), max))
                .isEqualTo(
                        new Admission.Denied(
                                Denial.beyond(
                                        "symbol-long",
                                        "open orders and position included, the order would pass the"
                                                + " limit",
                                        floor,
                                        floor + ".0000000001")));
        assertThat(books().alerts()).isEmpty();
        assertThat(books().halts().halted()).isEmpty();
    }

    @Test
    @Proves({"X28", "J5"})
    void racingSubmitsAreCountedExactly() throws InterruptedException, ExecutionException {
        Limits max = paced(wide(), new MessageRate(23, Duration.ofSeconds(1)));

        List<Integer> admitted = race(THREADS, thread -> admitUntilDenied(thread, 5, max));

        assertThat(admitted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(23);
    }

    @Test
    @Proves({"X28", "X29"})
    void aLimitThatIsCutInTheMiddleOfARaceAdmitsNothingMore()
            throws InterruptedException, ExecutionException {
        Cut cut = new Cut(30, limit("60"), limit("20"));

        race(
                THREADS,
                thread -> {
                    for (int i = 0; i < 10; i++) {
                        NewOrder order = buy(thread + "-" + i, "1");
                        if (settled(intentOf(order, cut.now())) instanceof Admission.Admitted) {
                            cut.count();
                        }
                    }
                    return 0;
                });

        // Those already under way when it was cut were held against what it had been.
        assertThat(cut.counted()).isBetween(30, 30 + THREADS - 1);
        assertThat(admit(buy("late", "1"), limit("20"))).isInstanceOf(Admission.Denied.class);
        assertThat(books().alerts()).isEmpty();
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

    /** Fills, part-fills, cancels or leaves what is admitted; answers with the units it keeps. */
    private int tradeUntilDenied(int thread, int orders, Limits max) {
        int kept = 0;
        for (int i = 0; i < orders; i++) {
            NewOrder order = buy("t" + thread + "-" + i, "2");
            if (settled(intentOf(order, max)) instanceof Admission.Admitted) {
                kept += trade(order, (thread + i) % 4);
            }
        }
        return kept;
    }

    private int trade(NewOrder order, int fate) {
        OrderBook book = books().book();
        String brokers = "b" + order.clOrdId();
        switch (fate) {
            case 0 -> book.apply(order.id(), executed(order, "f" + brokers, "2"), "feed");
            case 1 ->
                    book.apply(
                            order.id(),
                            reported(OrderStatus.CANCELED, brokers, Optional.of("0")),
                            "feed");
            case 2 -> {
                book.apply(order.id(), executed(order, "f" + brokers, "1"), "feed");
                book.apply(
                        order.id(),
                        reported(OrderStatus.CANCELED, brokers, Optional.of("1")),
                        "feed");
            }
            default -> book.apply(order.id(), reported(OrderStatus.NEW, brokers), "feed");
        }
        return List.of(2, 0, 1, 2).get(fate);
    }

    private Intent intentOf(NewOrder order, Limits max) {
        return intent(order, owner(), max, clock.instant());
    }

    /** Asks as often as the book is too busy to say. */
    private Admission settled(Intent mine) {
        Admission answer = books().book().admit(mine);
        for (int again = 0; answer instanceof Admission.Busy && again < 50; again++) {
            answer = books().book().admit(mine);
        }
        assertThat(answer).isNotInstanceOf(Admission.Busy.class);
        return answer;
    }

    private int admitUntilDenied(int thread, int orders, Limits max) {
        int admitted = 0;
        for (int i = 0; i < orders; i++) {
            NewOrder order = buy(thread + "-" + i, "1");
            if (settled(intentOf(order, max)) instanceof Admission.Admitted) {
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

    private static Limits limit(String units) {
        return limits("1000000", 9_999, units, "0");
    }

    /** A limit that is cut once so many orders were admitted. */
    private static final class Cut {
        private final int at;
        private final Limits before;
        private final Limits after;
        private int admitted;

        Cut(int at, Limits before, Limits after) {
            this.at = at;
            this.before = before;
            this.after = after;
        }

        synchronized Limits now() {
            return admitted < at ? before : after;
        }

        synchronized void count() {
            admitted++;
        }

        synchronized int counted() {
            return admitted;
        }
    }

    /** What each racer does. */
    private interface Task<T> {
        T run(int thread);
    }
}
