package dev.primegate.submit;

import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.RateBudget;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** How much of a broker's rate all functions together used lately. */
@Singleton
class RateUse {
    private static final int STEP = 10;
    private static final int STEPS = 30;

    private final RateBudget budget;
    private final Clock clock;

    RateUse(RateBudget budget, Clock clock) {
        this.budget = budget;
        this.clock = clock;
    }

    /** The last five minutes in steps that are over, so that within a step the answer stays. */
    BrokerStates.Rate of(OrderGateway gateway) {
        long end = clock.instant().getEpochSecond() / STEP * STEP;
        Instant from = Instant.ofEpochSecond(end - STEP * STEPS);
        List<Integer> used = budget.used(gateway.broker(), from, STEP * STEPS);
        return new BrokerStates.Rate(
                gateway.rate().tier(),
                gateway.rate().perSecond(),
                from,
                STEP,
                IntStream.range(0, STEPS).mapToObj(step -> calls(used, step)).toList());
    }

    private static int calls(List<Integer> used, int step) {
        return used.subList(step * STEP, (step + 1) * STEP).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
