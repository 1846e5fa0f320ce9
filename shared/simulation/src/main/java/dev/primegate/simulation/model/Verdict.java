package dev.primegate.simulation.model;

import java.util.List;
import java.util.Set;

/** What the search of a model's states has shown. */
sealed interface Verdict {
    /** How many states were looked at. */
    int states();

    /**
     * Every law holds in every state.
     *
     * @param reached every status that some state has, so that a model in which nothing can happen
     *     does not pass for a sound one
     */
    record Holds(int states, Set<Status> reached) implements Verdict {}

    /**
     * A law does not hold.
     *
     * @param trace a shortest way from the start to where it does not
     */
    record Broken(int states, Law law, List<String> trace) implements Verdict {}
}
