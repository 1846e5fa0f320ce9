package dev.primegate.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.money.Price;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Side;
import dev.primegate.proof.Proves;
import dev.primegate.simulation.world.Chances;
import dev.primegate.simulation.world.Trace;
import dev.primegate.submit.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The process dies before and after every single call: of a submit, a fill, a cancel, a settling.
 */
class CrashTest {
    private static final OrderTerms MARKET = new OrderTerms.Market(100, Optional.empty());
    private static final OrderTerms RESTING =
            new OrderTerms.Limit(Price.of("58000"), Optional.empty());

    @Test
    @Proves({"X2", "X3", "X4", "X5"})
    void whereverASubmitDiesTheOrderEndsRight() {
        assertThat(deaths("submit", plan(MARKET, Optional.empty(), Chances.NONE)))
                .isGreaterThanOrEqualTo(8);
    }

    @Test
    void whereverTheBookingOfAFillDiesItIsBookedOnce() {
        assertThat(deaths("ingest", plan(MARKET, Optional.empty(), Chances.NONE)))
                .isGreaterThanOrEqualTo(8);
    }

    @Test
    void whereverACancelDiesTheOrderIsCancelled() {
        assertThat(
                        deaths(
                                "cancel",
                                plan(RESTING, Optional.of(Duration.ofSeconds(5)), Chances.NONE)))
                .isGreaterThanOrEqualTo(6);
    }

    @Test
    void whereverTheSettlingOfADoubtDiesItIsSettled() {
        // No request arrives and no news: the broker's lists alone can tell.
        Chances lost = new Chances(0, 0, 1_000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(deaths("reconcile", plan(RESTING, Optional.empty(), lost)))
                .isGreaterThanOrEqualTo(12);
    }

    /** How many places there were to die at; each was tried, and ended right. */
    private static int deaths(String task, Plan plan) {
        int place = 0;
        boolean died = true;
        List<String> findings = new ArrayList<>();
        while (died) {
            place++;
            DiesAt rule = new DiesAt(task, place);
            Seeds.inside(() -> {
                Scenario scenario = new Scenario(1, plan, new Trace(Optional.empty()));
                scenario.crashes(rule::dies);
                findings.addAll(scenario.run().findings());
            });
            died = rule.left <= 0;
            assertThat(findings).as("%s dies at step %d", task, place).isEmpty();
        }
        return place - 1;
    }

    private static Plan plan(OrderTerms terms, Optional<Duration> cancelAfter, Chances chances) {
        NewOrder order =
                Plan.order(
                        1, Plan.ACCOUNTS.getFirst(), Plan.SYMBOLS.getFirst(), Side.BUY, "1", terms);
        return new Plan(
                List.of(new Plan.Wish(order, Duration.ofSeconds(10), false, cancelAfter)),
                new Settings.Caps("2", "500000", 5),
                chances,
                Optional.empty(),
                false,
                Plan.MINUTELY,
                Risks.NONE);
    }

    /** Dies once, at the given step of tasks whose name begins so. */
    private static final class DiesAt {
        private final String task;
        private int left;

        DiesAt(String task, int place) {
            this.task = task;
            this.left = place;
        }

        boolean dies(String name, String port) {
            return name.startsWith(task) && --left == 0;
        }
    }
}
