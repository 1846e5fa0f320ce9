package dev.primegate.order;

import java.util.Set;

/** What became of an order when it heard some news. All three are normal; none is an exception. */
public sealed interface Transition {
    /** The order as it now stands. */
    Order order();

    /** The order moved: its status, its quantities, or what is known of it. */
    record Advanced(Order before, Order order, OrderEvent event, Set<Surprise> surprises)
            implements Transition {}

    /** Old or repeated news; nothing to write. */
    record Unchanged(Order order) implements Transition {}

    /** The news cannot be about this order as we know it. It stands still and a person is told. */
    record Impossible(Order order, OrderEvent event, String why) implements Transition {}

    /** What a person should hear about an advance. */
    enum Surprise {
        /** More was executed than was asked. */
        OVER_FILL,
        /** We had ended the order for want of any sign of it, and here it is. */
        REOPENED,
        /** An execution after the end. */
        LATE_FILL,
        /** An execution of an order the broker had refused. */
        FILLED_THOUGH_REJECTED
    }
}
