package dev.primegate.simulation.model;

import java.util.Optional;

/**
 * A small system with finitely many states, each of which can be looked at.
 *
 * @param <S> a state; equal states are the same state
 */
interface Model<S> {
    S start();

    /** Adds everything that can happen next in {@code state}. */
    void next(S state, Steps<S> steps);

    /** The law that {@code state} breaks, if any. */
    Optional<Law> broken(S state);

    /** Whether nothing is left in doubt; every state must be able to get to such a one. */
    boolean isSettled(S state);

    Status status(S state);
}
