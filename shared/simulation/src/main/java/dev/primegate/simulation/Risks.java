package dev.primegate.simulation;

import dev.primegate.order.Account;
import dev.primegate.risk.TradingState;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What one seed has of the risk desk: its halt's kind, a slump, and what watches for trouble.
 *
 * @param drill what a halt that somebody gives lets pass
 * @param sweeps whether that halt also cancels what is open
 * @param slump when the price falls through the stop-loss and the drawdown limit, if it does
 * @param drawdown what an account that lost too much may do
 * @param ordersInDoubt how many of them open the breaker
 */
record Risks(
        TradingState drill,
        boolean sweeps,
        Optional<Duration> slump,
        TradingState drawdown,
        int ordersInDoubt) {
    /** Nothing of it happens by itself. */
    static final Risks NONE =
            new Risks(TradingState.HALTED, false, Optional.empty(), TradingState.REDUCING, 1_000);

    /** Has a stop-loss in bitcoin. */
    static final Account STOPPED = Plan.ACCOUNTS.getFirst();

    /** Has a drawdown limit. */
    static final Account LIMITED = Plan.ACCOUNTS.getLast();

    /** Below what bitcoin costs, until it falls to {@link #SLUMP}. */
    static final String TRIGGER = "58500";

    static final String SLUMP = "57500";
    static final String CAPITAL = "10000";
    static final int DRAWDOWN_BPS = 500;

    static Risks draw(SplittableRandom random) {
        return new Risks(
                state(random),
                random.nextBoolean(),
                random.nextInt(3) == 0
                        ? Optional.of(Duration.ofSeconds(40 + random.nextInt(120)))
                        : Optional.empty(),
                state(random),
                random.nextInt(3) == 0 ? 2 : 1_000);
    }

    private static TradingState state(SplittableRandom random) {
        return random.nextBoolean() ? TradingState.HALTED : TradingState.REDUCING;
    }
}
