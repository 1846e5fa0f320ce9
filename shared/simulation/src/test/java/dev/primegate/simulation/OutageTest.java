package dev.primegate.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import dev.primegate.simulation.world.Chances;
import dev.primegate.simulation.world.Trace;
import dev.primegate.submit.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table answers nobody for four minutes. */
class OutageTest {
    private static final Chances OUTAGE =
            new Chances(0, 0, 0, 0, 0, 0, 0, 0, 1_000, 0, 0, 0, 0, 0, 0);

    @Test
    @Proves({"X38", "X41"})
    void withoutTheTableNothingIsSentAndAfterItEverythingIsAsItWas() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(lines, true, StandardCharsets.UTF_8);

        Result[] result = {Result.NONE};
        Seeds.inside(() -> result[0] = new Scenario(1, plan(), new Trace(Optional.of(out))).run());

        assertThat(result[0].findings()).isEmpty();
        assertThat(lines.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.contains("submit order-1 table"))
                .noneMatch(line -> line.contains("broker POST"));
    }

    private static Plan plan() {
        List<Plan.Wish> wishes =
                IntStream.range(0, 5)
                        .mapToObj(i ->
                                new Plan.Wish(
                                        order(i),
                                        Duration.ofSeconds(10L + i),
                                        false,
                                        Optional.empty()))
                        .toList();
        return new Plan(
                wishes,
                new Settings.Caps("9", "900000", 9),
                OUTAGE,
                Optional.empty(),
                false,
                Plan.MINUTELY,
                Risks.NONE);
    }

    private static NewOrder order(int number) {
        return Plan.order(
                number,
                Plan.ACCOUNTS.getFirst(),
                Plan.SYMBOLS.getFirst(),
                Side.BUY,
                "1",
                new OrderTerms.Market(100, Optional.empty()));
    }
}
