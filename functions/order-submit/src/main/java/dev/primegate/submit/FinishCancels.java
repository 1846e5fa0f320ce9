package dev.primegate.submit;

import dev.primegate.book.Due;
import dev.primegate.book.OrderQuery;
import dev.primegate.order.Order;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends the cancels that are still wanted: of orders whose fate was not known when the wish came,
 * and those whose sender died or heard nothing.
 */
@Singleton
public class FinishCancels {
    private static final Logger LOG = Logger.getLogger(FinishCancels.class);

    /** What a run of one minute can ask of a broker; the rest stays due. */
    private static final int AT_MOST = 100;

    private static final String BY = "order-submit";

    private final OrderQuery query;
    private final CancelOrder cancels;
    private final Clock clock;

    FinishCancels(OrderQuery query, CancelOrder cancels, Clock clock) {
        this.query = query;
        this.cancels = cancels;
        this.clock = clock;
    }

    /** Begins nothing after {@code deadline}; one that fails does not keep the others from it. */
    public void run(Instant deadline) {
        for (var id : query.due(Due.Duty.CANCEL, clock.instant(), AT_MOST)) {
            if (!clock.instant().isBefore(deadline)) {
                return;
            }
            Optional<Order> wanted = query.find(id).filter(Order::isCancelWanted);
            if (wanted.isPresent()) {
                send(wanted.get());
            }
        }
    }

    private void send(Order wanted) {
        try {
            var _ = cancels.send(wanted, BY);
        } catch (RuntimeException e) {
            LOG.errorf(e, "order=%s event=cancel-failed", wanted.id());
        }
    }
}
