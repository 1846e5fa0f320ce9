package dev.primegate.order;

import java.util.Optional;

/**
 * What the book already holds under the execution id that an event names.
 *
 * @param booked the execution, if it has been booked
 * @param busted whether its bust has, perhaps before it
 */
public record Prior(Optional<Execution> booked, boolean busted) {
    public static final Prior NONE = new Prior(Optional.empty(), false);
}
