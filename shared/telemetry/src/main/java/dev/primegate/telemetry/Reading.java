package dev.primegate.telemetry;

import java.math.BigDecimal;
import java.util.List;

/** What a series came to since it was read last. */
public sealed interface Reading {
    Series series();

    /** How many there were. */
    record Count(Series series, long count) implements Reading {}

    /**
     * How the values lie.
     *
     * @param bars by value, the least first
     */
    record Spread(Series series, List<Bar> bars) implements Reading {}

    /** What was told last. */
    record Level(Series series, BigDecimal value) implements Reading {}

    /** How often there was a value, which is the histogram's: within a thousandth of the truth. */
    record Bar(BigDecimal value, long count) {}
}
