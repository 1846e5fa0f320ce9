package dev.primegate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestTest {
    private final List<String> done = new ArrayList<>();
    private final Contest contest =
            new Contest(
                    number -> done.add("A" + number), number -> done.add("B" + number), () -> {});

    @Test
    void neitherWayAlwaysGoesFirst() throws IOException, InterruptedException {
        Contest.Times times = contest.times(3);

        assertThat(done).containsExactly("A1", "B2", "B3", "A4", "A5", "B6");
        assertThat(times.product().count()).isEqualTo(3);
        assertThat(times.byHand().count()).isEqualTo(3);
    }

    @Test
    void whatTableAndBrokerAllocateIsTakenOff() throws IOException, InterruptedException {
        // 10 orders by the product take 4000 and 6000, as many by hand 2000 of it: 800 an order.
        Deque<Long> meter = new ArrayDeque<>(List.of(0L, 4_000L, 6_000L, 12_000L));

        Contest.Bytes bytes = contest.bytes(10, meter::remove);

        assertThat(bytes.product()).isEqualTo(800);
        assertThat(done).hasSize(20).startsWith("A1").endsWith("A20");
    }
}
