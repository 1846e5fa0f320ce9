package dev.primegate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.proof.Proves;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallOutcomeTest {
    /** Written out, so that a change of the table is a change of this one. */
    private static final Map<Integer, CallOutcome> STATUSES =
            Map.ofEntries(
                    Map.entry(200, CallOutcome.ANSWERED),
                    Map.entry(202, CallOutcome.ANSWERED),
                    Map.entry(204, CallOutcome.ANSWERED),
                    Map.entry(100, CallOutcome.UNEXPECTED),
                    Map.entry(302, CallOutcome.UNEXPECTED),
                    Map.entry(400, CallOutcome.REFUSED),
                    Map.entry(401, CallOutcome.UNAUTHORIZED),
                    Map.entry(402, CallOutcome.REFUSED),
                    Map.entry(403, CallOutcome.UNAUTHORIZED),
                    Map.entry(404, CallOutcome.REFUSED),
                    Map.entry(405, CallOutcome.UNEXPECTED),
                    Map.entry(408, CallOutcome.UNEXPECTED),
                    Map.entry(409, CallOutcome.REFUSED),
                    Map.entry(415, CallOutcome.UNEXPECTED),
                    Map.entry(422, CallOutcome.REFUSED),
                    Map.entry(429, CallOutcome.THROTTLED),
                    Map.entry(500, CallOutcome.SERVER_ERROR),
                    Map.entry(503, CallOutcome.SERVER_ERROR),
                    Map.entry(599, CallOutcome.SERVER_ERROR),
                    Map.entry(600, CallOutcome.UNEXPECTED),
                    Map.entry(0, CallOutcome.UNEXPECTED));

    @Test
    @Proves("L5")
    void everyStatusIsWhatTheTableSays() {
        STATUSES.forEach((status, outcome) ->
                assertThat(CallOutcome.ofStatus(status))
                        .describedAs("HTTP %d", status)
                        .isEqualTo(outcome));
    }

    @Test
    @Proves("L5")
    void whatABrokerRefusesForBusinessIsNoErrorOfTheIntegration() {
        assertThat(Stream.of(CallOutcome.values()).filter(CallOutcome::isIntegrationError))
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(
                                EnumSet.of(
                                        CallOutcome.ANSWERED,
                                        CallOutcome.REFUSED,
                                        CallOutcome.HELD)));
        assertThat(Stream.of(CallOutcome.values()).filter(outcome -> !outcome.isCall()))
                .containsExactly(CallOutcome.HELD);
    }

    @Test
    @Proves("L5")
    void oneErrorInAThousandCallsBurnsTheBudgetAndFewerDoNot() {
        assertThat(new ErrorBudget(1_000, 1).isBurnt()).isTrue();
        assertThat(new ErrorBudget(1_001, 1).isBurnt()).isFalse();
        assertThat(new ErrorBudget(2_000, 2).isBurnt()).isTrue();
        assertThat(new ErrorBudget(0, 0).isBurnt()).isFalse();
    }

    @Test
    @Proves("L5")
    void businessRefusalsAreCallsAndBurnNothing() {
        ErrorBudget budget = ErrorBudget.fresh();
        for (int i = 0; i < 500; i++) {
            budget = budget.with(CallOutcome.REFUSED).with(CallOutcome.HELD);
        }

        assertThat(budget).isEqualTo(new ErrorBudget(500, 0));
        assertThat(budget.with(CallOutcome.BROKEN).isBurnt()).isTrue();
    }
}
