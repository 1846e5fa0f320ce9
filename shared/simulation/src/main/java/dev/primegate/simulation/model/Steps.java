package dev.primegate.simulation.model;

import java.util.ArrayList;
import java.util.List;

/** What can happen next in one state. */
final class Steps<S> {
    private final List<Step<S>> all = new ArrayList<>();

    /** Happens sooner or later unless something else does: time passes, a due job runs again. */
    void due(String label, S next) {
        all.add(new Step<>(label, next, true));
    }

    /** Happens or not: a crash, a loss, a trade, a request. Nothing may be owed to it. */
    void may(String label, S next) {
        all.add(new Step<>(label, next, false));
    }

    List<Step<S>> all() {
        return all;
    }

    /** One thing that can happen, and the state after it. */
    record Step<S>(String label, S next, boolean isDue) {}
}
