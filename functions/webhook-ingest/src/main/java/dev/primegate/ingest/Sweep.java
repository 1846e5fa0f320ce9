package dev.primegate.ingest;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.OrderReports;
import dev.primegate.order.Order;
import dev.primegate.order.OrderId;
import dev.primegate.runtime.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Fetches executions from a broker's records, for the whole portfolio at once: what a feed missed,
 * and what it counts without telling. No two fetches begin within two seconds.
 */
final class Sweep {
    private static final Logger LOG = Logger.getLogger(Sweep.class);

    /** A sweep begins this much before the cursor: the broker's lists may lag behind its feed. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    /** How far the very first sweep looks back. */
    private static final Duration FIRST = Duration.ofDays(1);

    /**
     * That a feed is connected proves nothing: this often its word is compared with the records.
     */
    private static final Duration EVERY = Duration.ofSeconds(30);

    private static final Duration APART = Duration.ofSeconds(2);

    /** How much earlier a fetch begins than the one before: a list may show a fill that late. */
    private static final Duration LAG = Duration.ofSeconds(15);

    private final OrderReports reports;
    private final Hold hold;
    private final Deliver deliver;
    private final Pause pause;
    private final Clock clock;

    /** Orders of which the feed counts more than is booked, and since when. */
    private final Map<OrderId, Instant> lacking = new HashMap<>();

    private Instant begunAt = Instant.EPOCH;
    private Instant sweptAt;
    private Instant readUntil;
    private int missed;

    Sweep(OrderReports reports, Hold hold, Deliver deliver, Pause pause, Clock clock) {
        this.reports = reports;
        this.hold = hold;
        this.deliver = deliver;
        this.pause = pause;
        this.clock = clock;
        this.sweptAt = clock.instant();
        this.readUntil = sweptAt.minus(OVERLAP);
    }

    /**
     * Books everything executed since the cursor, and moves it.
     *
     * @return whether the broker answered
     */
    boolean sweep() {
        sweptAt = clock.instant();
        missed = 0;
        Instant from =
                hold.cursor()
                        .map(cursor -> cursor.minus(OVERLAP))
                        .orElseGet(() -> sweptAt.minus(FIRST));
        return switch (fetch(from)) {
            case Fetched.Failed<List<BrokerNews>> _ -> false;
            case Fetched.Whole<List<BrokerNews>>(List<BrokerNews> news, Instant askedAt) -> {
                book(news, "sweep of ", this::swept);
                hold.commit(askedAt);
                LOG.infof(
                        "broker=%s event=swept from=%s news=%d missed=%d",
                        hold.broker(), from, news.size(), missed);
                yield true;
            }
        };
    }

    /**
     * Sweeps and fetches when it is time.
     *
     * @return whether the records held what the feed should have told, and had not
     */
    boolean tend() {
        Instant now = clock.instant();
        // What the records do not show by then, the next sweep finds, and reconcile tells of it.
        lacking.values().removeIf(since -> since.plus(EVERY).isBefore(now));
        if (!now.isBefore(sweptAt.plus(EVERY))) {
            return sweep() && missed > 0;
        }
        if (!lacking.isEmpty()
                && !now.isBefore(begunAt.plus(APART))
                && fetch(readUntil.minus(LAG)) instanceof Fetched.Whole<List<BrokerNews>> fills) {
            book(fills.value(), "fills of ", this::moved);
        }
        return false;
    }

    /** An order moved: if executions of it are missing now, they are fetched soon. */
    void moved(Order order) {
        if (order.progress().lacksExecutions()) {
            lacking.putIfAbsent(order.id(), clock.instant());
        } else {
            lacking.remove(order.id());
        }
    }

    private void swept(Order order) {
        missed += lacking.containsKey(order.id()) ? 0 : 1;
        moved(order);
    }

    private Fetched<List<BrokerNews>> fetch(Instant from) {
        Duration early = Duration.between(clock.instant(), begunAt.plus(APART));
        if (early.isPositive()) {
            pause.pause(early);
        }
        begunAt = clock.instant();
        Fetched<List<BrokerNews>> fetched = reports.executionsSince(from);
        switch (fetched) {
            case Fetched.Failed<List<BrokerNews>>(String why) ->
                    LOG.warnf("broker=%s event=sweep-failed why=%s", hold.broker(), why);
            case Fetched.Whole<List<BrokerNews>>(_, Instant askedAt) -> readUntil = askedAt;
        }
        return fetched;
    }

    private void book(List<BrokerNews> news, String by, NewsBatch.Moves moves) {
        deliver.deliver(new NewsBatch(hold.broker(), news, by + hold.broker(), moves));
    }
}
