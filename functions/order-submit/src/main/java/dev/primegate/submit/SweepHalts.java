package dev.primegate.submit;

import dev.primegate.book.OrderBook;
import dev.primegate.book.OrderQuery;
import dev.primegate.order.Order;
import dev.primegate.order.OrderEvent;
import dev.primegate.risk.HaltCase;
import dev.primegate.risk.Halts;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Asks for the end of the orders that were open when their scope was halted, again and again until
 * the last of them has an end or a fate: one may have been admitted the moment before, unseen by
 * the list, or be in doubt. The wish is only written down; {@link FinishCancels} sends it, paced.
 */
@Singleton
class SweepHalts {
    private static final Logger LOG = Logger.getLogger(SweepHalts.class);

    private final Halts halts;
    private final OrderQuery query;
    private final OrderBook book;
    private final Clock clock;

    SweepHalts(Halts halts, OrderQuery query, OrderBook book, Clock clock) {
        this.halts = halts;
        this.query = query;
        this.book = book;
        this.clock = clock;
    }

    /** Begins nothing after {@code deadline}; a sweep ends with a whole run after its time. */
    void run(Instant deadline) {
        List<HaltCase> sweeps =
                halts.cases().stream().filter(c -> c.last().sweepUntil().isPresent()).toList();
        if (sweeps.isEmpty()) {
            return;
        }
        Instant begun = clock.instant();
        boolean whole = true;
        for (Order order : query.open()) {
            if (!clock.instant().isBefore(deadline)) {
                return;
            }
            Optional<HaltCase> ending = sweeps.stream().filter(c -> c.mustEnd(order)).findFirst();
            whole &= ending.isEmpty() || isWished(order, ending.get());
        }
        for (HaltCase sweep : sweeps) {
            if (whole && !begun.isBefore(sweep.last().sweepUntil().orElseThrow())) {
                halts.swept(sweep.scope(), sweep.at());
            }
        }
    }

    private boolean isWished(Order order, HaltCase halt) {
        String by = halt.last().by();
        try {
            var _ = book.apply(order.id(), new OrderEvent.CancelRequested(clock.instant(), by), by);
            LOG.infof("order=%s event=swept halt=%s", order.id(), halt.scope());
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "order=%s event=sweep-failed", order.id());
            return false;
        }
    }
}
