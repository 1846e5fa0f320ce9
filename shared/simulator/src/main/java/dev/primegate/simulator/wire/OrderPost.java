package dev.primegate.simulator.wire;

import org.jspecify.annotations.Nullable;

/** A new order at the door, and the two things a skin can do with it. */
public interface OrderPost {
    /**
     * Takes the order if it is in order, and answers.
     *
     * @param doom the reason it is to fail later, or none
     */
    Answer take(@Nullable String doom);

    /** Says no in the broker's words; the order is not taken by this. */
    Answer refuse(int status, String message);
}
