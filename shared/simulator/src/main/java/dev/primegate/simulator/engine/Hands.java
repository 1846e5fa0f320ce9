package dev.primegate.simulator.engine;

import dev.primegate.money.Decimal10;
import java.util.function.Function;

/** What is done to the engine by hand, to bring about what rarely happens by itself. */
public final class Hands {
    private final Core core;
    private final Markets markets;
    private final Matching matching;

    Hands(Core core, Markets markets, Matching matching) {
        this.core = core;
        this.markets = markets;
        this.matching = matching;
    }

    /** In manual mode nothing fills by itself; switched off, what met the market goes on. */
    public void manual(boolean on) {
        core.run(() -> {
            core.commit(new Entry.Manual(on));
            matching.look();
        });
    }

    /** Bid and offer are at {@code price} from now on, and whatever meets it fills. */
    public void pin(Instrument instrument, Decimal10 price) {
        core.run(() -> {
            core.commit(new Entry.Pinned(instrument, price));
            markets.move(() -> markets.pin(instrument, price), core::tellMoved);
            matching.look();
        });
    }

    /**
     * Fills an order.
     *
     * @param anyhow also beyond its size, and also after its end
     */
    public Intervention fill(String id, Trade trade, boolean anyhow) {
        return on(
                id,
                order -> {
                    if (!anyhow && !order.isOpen()) {
                        return new Intervention.Refused("the order is " + order.status());
                    }
                    Decimal10 leaves = order.leaves(trade.price());
                    if (!anyhow && trade.quantity().compareTo(leaves) > 0) {
                        return new Intervention.Refused("the order has only " + leaves + " left");
                    }
                    matching.fill(order, trade);
                    return done(id);
                });
    }

    /** Ends a live order. */
    public Intervention end(String id, Status status, String reason) {
        return on(
                id,
                order -> {
                    if (!order.status().isLive()) {
                        return new Intervention.Refused("the order is " + order.status());
                    }
                    core.commit(new Entry.Moved(id, status, reason));
                    return done(id);
                });
    }

    private Intervention on(String id, Function<Order, Intervention> work) {
        return core.alone(
                () -> core.book().find(id).map(work).orElseGet(Intervention.Unknown::new));
    }

    private Intervention done(String id) {
        return new Intervention.Done(core.book().order(id));
    }
}
