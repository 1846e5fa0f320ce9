package dev.primegate.testkit;

import dev.primegate.broker.RateBudget;

class MemoryRateBudgetTest extends RateBudgetContract {
    private final MemoryRateBudget budget = new MemoryRateBudget(clock);

    @Override
    protected RateBudget open() {
        return budget;
    }
}
