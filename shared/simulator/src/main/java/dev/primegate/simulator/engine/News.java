package dev.primegate.simulator.engine;

import java.util.List;

/** Told of every change, in order, one at a time; must not block and must not call back. */
public interface News {
    /** Told an order as it is after a change; {@code revision} counts the changes of all orders. */
    void changed(Order order, long revision);

    /** Told that everything begins anew. */
    default void cleared() {}

    /** Whether anybody hears of levels: to find out what changed takes longer than all else. */
    boolean followsMarkets();

    /** Told the levels that changed; a level without quantity is gone. */
    void moved(Instrument instrument, List<Level> changes);
}
