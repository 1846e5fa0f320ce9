package dev.primegate.broker.kit;

import dev.primegate.broker.RateBudget;

/** What the kit does not show to others, for a product that is put together by hand. */
public final class KitParts {
    private KitParts() {}

    /** Leaves a broker alone after it answered 429. */
    public static Hearing pauses(RateBudget budget) {
        return new Pauses(budget);
    }
}
