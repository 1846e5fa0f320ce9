package dev.primegate.simulation.model;

import static dev.primegate.simulation.model.Departure.CUT_PAGE_COUNTS;
import static dev.primegate.simulation.model.Departure.HISTORY_FIRST;
import static dev.primegate.simulation.model.Departure.LOOKS_BEFORE_THE_FENCE;
import static dev.primegate.simulation.model.Departure.MOVES_THROUGH_A_GAP;
import static dev.primegate.simulation.model.Departure.PAGES_BACKWARDS;
import static dev.primegate.simulation.model.Departure.READS_AT_ONCE;

import dev.primegate.simulation.model.ListsState.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lookup at a broker that cannot be asked for one order: the open list, then each page of the
 * history, while the order arrives, ends and moves from one to the next.
 */
final class ListsModel implements Model<ListsState> {
    private final Set<Departure> departures;

    /** In this order. */
    private final List<Place> pages;

    ListsModel(Set<Departure> departures) {
        this.departures = departures;
        if (departures.contains(HISTORY_FIRST)) {
            this.pages = List.of(Place.FIRST_PAGE, Place.SECOND_PAGE, Place.OPEN_LIST);
        } else if (departures.contains(PAGES_BACKWARDS)) {
            this.pages = List.of(Place.OPEN_LIST, Place.SECOND_PAGE, Place.FIRST_PAGE);
        } else {
            this.pages = List.of(Place.OPEN_LIST, Place.FIRST_PAGE, Place.SECOND_PAGE);
        }
    }

    @Override
    public ListsState start() {
        return ListsState.START;
    }

    @Override
    public void next(ListsState state, Steps<ListsState> steps) {
        if (state.mayAge()) {
            steps.due("time passes", state.later());
        }
        broker(state, steps);
        if (state.status() == Status.UNKNOWN) {
            look(state, steps);
        }
    }

    private void broker(ListsState state, Steps<ListsState> steps) {
        switch (state.place()) {
            case ON_WIRE -> {
                steps.may("the broker takes it", state.at(Place.OPEN_LIST));
                steps.may("the wire loses it", state.at(Place.NEVER_CAME));
            }
            case OPEN_LIST ->
                    steps.may(
                            "it ends and leaves the open list",
                            state.at(
                                    departures.contains(MOVES_THROUGH_A_GAP)
                                            ? Place.BETWEEN
                                            : Place.FIRST_PAGE));
            case BETWEEN -> steps.due("the history shows it", state.at(Place.FIRST_PAGE));
            case FIRST_PAGE -> steps.may("later orders push it on", state.at(Place.SECOND_PAGE));
            case SECOND_PAGE, NEVER_CAME -> {}
        }
    }

    private void look(ListsState state, Steps<ListsState> steps) {
        Lookup lookup = state.lookup();
        if (lookup.read() > 0) {
            steps.may("the lookup crashes", state.with(Lookup.IDLE));
        }
        if (lookup.read() == pages.size()) {
            judge(state, steps);
        } else if (hasWaited(lookup)) {
            Place page = pages.get(lookup.read());
            boolean shown = state.place() == page;
            steps.due(
                    "reads " + page + (shown ? ", where it is" : ", where it is not"),
                    state.with(lookup.reading(shown, state.isFenced())));
            steps.may(
                    "reads " + page + " cut short",
                    state.with(lookup.readingCut(state.isFenced())));
        }
    }

    /** Between the first list and the second, an order that is in neither must show. */
    private boolean hasWaited(Lookup lookup) {
        return lookup.read() != 1
                || departures.contains(READS_AT_ONCE)
                || lookup.waited() > ListsState.LAG;
    }

    private void judge(ListsState state, Steps<ListsState> steps) {
        Lookup lookup = state.lookup();
        boolean whole = lookup.isWhole() || departures.contains(CUT_PAGE_COUNTS);
        boolean fenced = lookup.isFenced() || departures.contains(LOOKS_BEFORE_THE_FENCE);
        if (lookup.isFound()) {
            steps.due("it is recorded as working", state.becoming(Status.WORKING));
        } else if (whole && fenced) {
            steps.due("it is ended as never arrived", state.becoming(Status.NEVER_ARRIVED));
        } else {
            steps.due("nothing is proven", state.with(Lookup.IDLE));
        }
    }

    @Override
    public Optional<Law> broken(ListsState state) {
        if (state.status().deniesIt() && state.place().isAtBroker()) {
            return Optional.of(Law.NOT_DENIED);
        }
        return state.account().isExact(0, state.status().isOpen() ? 1 : 0)
                ? Optional.empty()
                : Optional.of(Law.HEADROOM);
    }

    @Override
    public boolean isSettled(ListsState state) {
        return state.status() != Status.UNKNOWN;
    }

    @Override
    public Status status(ListsState state) {
        return state.status();
    }
}
