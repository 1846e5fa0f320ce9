package dev.primegate.simulator.pager;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that was sent to a destination.
 *
 * @param headers by their names in lower case
 * @param fault what became of it
 */
public record Call(Instant at, Map<String, String> headers, String body, Fault fault) {
    public Call {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    /** Whether the destination has it, whatever its sender knows. */
    public boolean isTaken() {
        return fault == Fault.NONE || fault == Fault.MUTE;
    }

    /** Whether its sender was told that it has arrived. */
    public boolean isAnswered() {
        return fault == Fault.NONE;
    }
}
