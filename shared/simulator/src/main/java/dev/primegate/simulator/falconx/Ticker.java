package dev.primegate.simulator.falconx;

import dev.primegate.money.Decimal10;
import dev.primegate.simulator.engine.Instrument;
import java.util.List;

/** Prices that somebody follows. */
record Ticker(Instrument instrument, String token, List<Decimal10> levels) {
    boolean isOfSamePair(Ticker other) {
        return instrument.equals(other.instrument);
    }
}
