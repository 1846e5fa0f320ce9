package dev.primegate.simulation.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A breadth-first walk through every state of a model, which makes the first breach a nearest. */
final class Search<S> {
    private static final int MOST_STATES = 4_000_000;

    private final Model<S> model;
    private final Map<S, Integer> found = new HashMap<>();
    private final List<Visit<S>> visits = new ArrayList<>();

    /** By state: the states that it gets to without luck. */
    private final List<int[]> due = new ArrayList<>();

    private Search(Model<S> model) {
        this.model = model;
    }

    static <S> Verdict of(Model<S> model) {
        return new Search<>(model).run();
    }

    private Verdict run() {
        Set<Status> reached = EnumSet.noneOf(Status.class);
        visit(new Visit<>(model.start(), -1, "start"));
        for (int at = 0; at < visits.size(); at++) {
            S state = visits.get(at).state();
            Optional<Law> broken = model.broken(state);
            if (broken.isPresent()) {
                return new Verdict.Broken(visits.size(), broken.get(), trace(at));
            }
            reached.add(model.status(state));
            expand(at, state);
        }
        int stuck = firstStuck();
        return stuck < visits.size()
                ? new Verdict.Broken(visits.size(), Law.SETTLES, trace(stuck))
                : new Verdict.Holds(visits.size(), reached);
    }

    private void expand(int at, S state) {
        Steps<S> steps = new Steps<>();
        model.next(state, steps);
        int[] ahead = new int[steps.all().size()];
        int count = 0;
        for (Steps.Step<S> step : steps.all()) {
            int id = visit(new Visit<>(step.next(), at, step.label()));
            if (step.isDue()) {
                ahead[count++] = id;
            }
        }
        due.add(Arrays.copyOf(ahead, count));
    }

    private int visit(Visit<S> visit) {
        Integer before = found.putIfAbsent(visit.state(), visits.size());
        if (before != null) {
            return before;
        }
        if (visits.size() == MOST_STATES) {
            throw new IllegalStateException("more than " + MOST_STATES + " states");
        }
        visits.add(visit);
        return visits.size() - 1;
    }

    /** The first state from which no due steps lead to a settled one; past the end if none. */
    private int firstStuck() {
        Settling settling = new Settling(due);
        for (int at = 0; at < visits.size(); at++) {
            if (model.isSettled(visits.get(at).state())) {
                settling.settled(at);
            }
        }
        int at = 0;
        while (at < visits.size() && settling.settles(at)) {
            at++;
        }
        return at;
    }

    private List<String> trace(int end) {
        Deque<String> labels = new ArrayDeque<>();
        for (int at = end; at > 0; at = visits.get(at).cameFrom()) {
            labels.addFirst(visits.get(at).label());
        }
        return List.copyOf(labels);
    }

    /** A state, and the step that first led to it. */
    private record Visit<S>(S state, int cameFrom, String label) {}
}
