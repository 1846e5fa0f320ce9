package dev.primegate.simulator.falconx;

import dev.primegate.simulator.engine.Quote;
import dev.primegate.simulator.engine.Side;
import java.time.Instant;

/** A quote that was given and not taken. */
record Offer(String id, Wish wish, Quote prices, Instant at, Instant expiry) {
    /** Whether it has a price for that side. */
    boolean isFor(Side side) {
        return wish.side().filter(asked -> asked != side).isEmpty();
    }
}
