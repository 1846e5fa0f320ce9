package dev.primegate.simulation.model;

import java.util.Arrays;
import java.util.List;

/** The due steps of a model backwards, from what is settled to all that it can be reached from. */
final class Settling {
    private static final int NONE = -1;

    /** By state: its last incoming step; by step: where it comes from, and the step before it. */
    private final int[] last;

    private final int[] from;
    private final int[] previous;
    private final boolean[] settles;

    /** The states of which all that they reach is still to be told, on a stack. */
    private final int[] pending;

    private int count;

    /**
     * Takes the steps in.
     *
     * @param due by state: the states that it gets to
     */
    Settling(List<int[]> due) {
        int steps = due.stream().mapToInt(ahead -> ahead.length).sum();
        this.last = new int[due.size()];
        this.from = new int[steps];
        this.previous = new int[steps];
        this.settles = new boolean[due.size()];
        this.pending = new int[due.size()];
        Arrays.fill(last, NONE);
        int step = 0;
        for (int state = 0; state < due.size(); state++) {
            for (int next : due.get(state)) {
                from[step] = state;
                previous[step] = last[next];
                last[next] = step++;
            }
        }
    }

    /** The state is settled, and so is what leads to it. */
    void settled(int state) {
        mark(state);
        while (count > 0) {
            for (int step = last[pending[--count]]; step != NONE; step = previous[step]) {
                mark(from[step]);
            }
        }
    }

    boolean settles(int state) {
        return settles[state];
    }

    private void mark(int state) {
        if (!settles[state]) {
            settles[state] = true;
            pending[count++] = state;
        }
    }
}
