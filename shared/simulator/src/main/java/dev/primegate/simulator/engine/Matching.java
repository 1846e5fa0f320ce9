package dev.primegate.simulator.engine;

import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Pace.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What happens to an order by itself: it opens, waits for its stop, fills piece by piece, expires.
 *
 * <p>Everything here runs inside {@link Core#alone}.
 */
final class Matching {
    private final Core core;
    private final Markets markets;
    private final Pace pace;
    private final Set<String> working = new HashSet<>();

    Matching(Core core, Markets markets, Pace pace) {
        this.core = core;
        this.markets = markets;
        this.pace = pace;
    }

    /** A new order opens in a moment. */
    void begin(Order order) {
        core.later(pace.opening(order), () -> open(order.id()));
    }

    /** A new order is over before anything else happens: traded, or not if it is doomed. */
    void deal(Order order, Decimal10 price) {
        String doom = order.stage().doom();
        if (doom == null) {
            core.commit(new Entry.Moved(order.id(), Status.OPEN, ""));
            fill(core.book().order(order.id()), new Trade(order.leaves(price), price));
        } else {
            end(order, Status.FAILED, doom);
        }
    }

    /** Takes an order up again after a restart. */
    void resume(Order order) {
        if (order.status() == Status.PENDING) {
            begin(order);
        } else {
            expireInTime(order);
            work(order);
        }
        if (order.stage().cancelling()) {
            cancel(order);
        }
    }

    /** The order is cancelled in a moment, unless it is filled before. */
    void cancel(Order order) {
        core.later(
                pace.cancelling(order),
                () -> endIfLive(order.id(), Status.CANCELLED, "cancelled by the client"));
    }

    /** Looks at what rests: prices moved, or filling was switched on again. */
    void look() {
        List.copyOf(core.book().live()).stream().filter(Order::isOpen).forEach(this::work);
    }

    void fill(Order order, Trade trade) {
        int number = core.book().fillsOf(order.id()).size() + 1;
        Fill fill =
                new Fill(
                        Ids.fill(order.id(), number),
                        order.id(),
                        core.now(),
                        trade,
                        trade.commission());
        boolean done = order.with(fill).leaves(trade.price()).signum() == 0;
        boolean ends = order.status().isLive() && done;
        core.commit(new Entry.Filled(fill, ends ? Status.FILLED : order.status()));
    }

    private void open(String id) {
        Order order = core.book().order(id);
        if (order.status() != Status.PENDING) {
            return;
        }
        String doom = order.stage().doom();
        if (doom != null) {
            end(order, Status.FAILED, doom);
        } else if (order.terms().postOnly() && meetsMarket(order)) {
            end(order, Status.FAILED, "post only order would have been filled at once");
        } else {
            core.commit(new Entry.Moved(id, Status.OPEN, ""));
            expireInTime(order);
            work(core.book().order(id));
        }
    }

    private void work(Order order) {
        if (core.book().isManual() || working.contains(order.id()) || isAsleep(order)) {
            return;
        }
        if (order.terms().isImmediate()) {
            fillAtOnce(order);
        } else if (order.terms().kind().isSliced() || meetsMarket(order)) {
            working.add(order.id());
            Duration start = untilStart(order);
            for (Slice slice : pace.slices(order)) {
                core.later(start.plus(slice.after()), () -> fillSlice(order.id(), slice));
            }
        }
    }

    private void fillSlice(String id, Slice slice) {
        Order order = core.book().order(id);
        if (slice.last()) {
            working.remove(id);
        }
        if (!order.isOpen() || core.book().isManual() || !meetsMarket(order)) {
            return;
        }
        Decimal10 price = price(order);
        Decimal10 quantity =
                slice.last()
                        ? order.leaves(price)
                        : order.terms().piece(order.progress(), price, slice.percent());
        if (quantity.signum() > 0) {
            fill(order, new Trade(quantity, price));
        }
    }

    private void fillAtOnce(Order order) {
        List<Level> levels = markets.levels(order.terms().instrument());
        Sweep sweep = Sweep.of(order.terms(), order.progress(), levels);
        boolean whole = order.terms().lifetime() == Lifetime.FILL_OR_KILL;
        if (whole && !sweep.complete()) {
            end(order, Status.FAILED, "fill or kill order could not be filled in full");
            return;
        }
        sweep.trades().forEach(trade -> fill(core.book().order(order.id()), trade));
        endIfLive(order.id(), Status.CANCELLED, "the rest could not be filled at once");
    }

    /** A stop order sleeps until the market comes to its stop. */
    private boolean isAsleep(Order order) {
        if (!order.terms().kind().hasStop() || order.stage().awake()) {
            return false;
        }
        if (order.terms().isWokenBy(price(order))) {
            core.commit(new Entry.Woken(order.id()));
            return false;
        }
        return true;
    }

    private void expireInTime(Order order) {
        Instant until = order.terms().until();
        if (until != null) {
            core.later(
                    until(until), () -> endIfLive(order.id(), Status.EXPIRED, "the time is over"));
        }
    }

    private void endIfLive(String id, Status status, String reason) {
        Order order = core.book().order(id);
        if (order.status().isLive()) {
            end(order, status, reason);
        }
    }

    private void end(Order order, Status status, String reason) {
        core.commit(new Entry.Moved(order.id(), status, reason));
    }

    private Duration untilStart(Order order) {
        Instant from = order.terms().from();
        return from == null ? Duration.ZERO : until(from);
    }

    private Duration until(Instant time) {
        Duration left = Duration.between(core.now(), time);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private boolean meetsMarket(Order order) {
        return order.terms().takes(price(order));
    }

    private Decimal10 price(Order order) {
        return markets.quote(order.terms().instrument()).against(order.terms().side());
    }
}
