package dev.primegate.submit;

import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.risk.Halt;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Halts;
import dev.primegate.risk.TradingState;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Halts a scope, and has its open orders cancelled if that is wished. */
@Singleton
class HaltTrading {
    private static final Logger LOG = Logger.getLogger(HaltTrading.class);

    /** What the list of open orders may lag behind, and clocks may differ. */
    private static final Duration LAG = Duration.ofSeconds(15);

    /** Long enough for many orders, and well within the call. */
    private static final Duration FIRST_SWEEP = Duration.ofSeconds(10);

    private final Halts halts;
    private final SweepHalts sweep;
    private final Brokers<OrderGateway> gateways;
    private final Clock clock;

    HaltTrading(Halts halts, SweepHalts sweep, Brokers<OrderGateway> gateways, Clock clock) {
        this.halts = halts;
        this.sweep = sweep;
        this.gateways = gateways;
        this.clock = clock;
    }

    /**
     * When this returns, nothing that the halt forbids can be admitted any more. What fails in the
     * first sweep is swept again by the run of each minute.
     */
    void halt(HaltScope scope, Wish wish, String by) {
        Optional<Instant> sweepUntil =
                wish.cancelOpenOrders() ? Optional.of(lastFence()) : Optional.empty();
        halts.halt(new Halt(scope, wish.state(), by, wish.reason(), sweepUntil));
        LOG.warnf("scope=%s event=halted state=%s by=%s", scope, wish.state(), by);
        if (wish.cancelOpenOrders()) {
            try {
                sweep.run(clock.instant().plus(FIRST_SWEEP));
            } catch (RuntimeException e) {
                LOG.errorf(e, "scope=%s event=sweep-failed", scope);
            }
        }
    }

    /** From when no order that was signed until now can still turn up at its broker. */
    private Instant lastFence() {
        Instant now = clock.instant();
        return gateways.all().stream()
                .map(gateway -> gateway.window().fence(now))
                .max(Comparator.naturalOrder())
                .orElse(now)
                .plus(LAG);
    }

    /** What is asked. */
    record Wish(TradingState state, String reason, boolean cancelOpenOrders) {}
}
