package dev.primegate.simulation.model;

import static dev.primegate.simulation.model.Departure.REROUTES_ANOTHERS;
import static dev.primegate.simulation.model.Departure.REROUTES_DOUBT;
import static dev.primegate.simulation.model.Departure.REROUTE_KEEPS_FENCE;
import static dev.primegate.simulation.model.Departure.REROUTE_RESERVES_AGAIN;
import static dev.primegate.simulation.model.Departure.REROUTE_UNCONDITIONAL;
import static dev.primegate.simulation.model.Departure.REROUTE_UNWRITTEN;

import dev.primegate.simulation.model.Router.Phase;
import java.util.Set;

/** What an invocation does that may go to a second broker when the first was out of reach. */
final class RouterSteps {
    private static final String[] NAMES = {"A", "B"};

    private final Set<Departure> departures;

    RouterSteps(Set<Departure> departures) {
        this.departures = departures;
    }

    void next(RerouteState state, int who, Steps<RerouteState> steps) {
        Router router = state.router(who);
        if (router.canCrash()) {
            steps.may(NAMES[who] + " crashes", state.with(who, Router.ENDED));
        }
        switch (router.phase()) {
            case REPEATING -> repeat(state, who, steps);
            case SIGNED ->
                    steps.may(
                            NAMES[who] + " admits",
                            state.with(
                                            new Item(Status.PENDING_NEW, 1, router.signedAt(), who),
                                            state.account().reserve(1))
                                    .with(who, router.at(Phase.ADMITTED)));
            case ADMITTED -> send(state, who, steps);
            case UNSENT -> turnAway(state, who, steps);
            case SIGNED_AGAIN -> reroute(state, who, steps);
            case WAITING ->
                    steps.may(
                            NAMES[who] + " times out",
                            state.with(who, router.answered(Message.Kind.NOTHING)));
            case ANSWERED -> record(state, who, steps);
            case ENDED -> {}
        }
    }

    /** A repeat answers with what is there, and that is not a step worth a state. */
    private void repeat(RerouteState state, int who, Steps<RerouteState> steps) {
        boolean tempted =
                state.item().status() == Status.PENDING_NEW
                        && state.now() > state.item().signedAt() + SubmitModel.LEASE;
        if (tempted && departures.contains(REROUTES_ANOTHERS)) {
            steps.may(
                    NAMES[who] + " takes it for unsent and signs for broker 2",
                    state.with(who, state.router(who).signedAgain(state.now())));
        }
    }

    private void send(RerouteState state, int who, Steps<RerouteState> steps) {
        Router router = state.router(who);
        String broker = " broker " + router.attempt();
        Venue venue = state.venue(router.attempt());
        steps.may(
                NAMES[who] + " sends to" + broker,
                state.with(who, router.at(Phase.WAITING))
                        .with(router.attempt(), venue.sent(router.signedAt())));
        steps.may(NAMES[who] + " cannot reach" + broker, state.with(who, router.at(Phase.UNSENT)));
    }

    private void turnAway(RerouteState state, int who, Steps<RerouteState> steps) {
        Router router = state.router(who);
        if (mayTurnAway(state, router)) {
            steps.may(
                    NAMES[who] + " signs for broker 2",
                    state.with(who, router.signedAgain(state.now())));
        }
        boolean mine =
                state.item().status() == Status.PENDING_NEW
                        && state.item().attempt() == router.attempt();
        RerouteState ended = state.with(who, Router.ENDED);
        steps.may(NAMES[who] + " gives up unsent", mine ? ended.becoming(Status.NOT_SENT) : ended);
    }

    /** Past its lease too: the record decides whether it may. But an invocation has an end. */
    private static boolean mayTurnAway(RerouteState state, Router router) {
        return router.attempt() == 1 && state.now() <= SubmitModel.LEASE + 2;
    }

    private void reroute(RerouteState state, int who, Steps<RerouteState> steps) {
        Router router = state.router(who);
        Item item = state.item();
        RerouteState goingOn = state.with(who, router.at(Phase.ADMITTED));
        if (departures.contains(REROUTE_UNWRITTEN)) {
            steps.may(NAMES[who] + " goes on without a record", goingOn);
            return;
        }
        boolean allowed = item.status() == Status.PENDING_NEW && item.attempt() == 1;
        if (!allowed && !departures.contains(REROUTE_UNCONDITIONAL)) {
            steps.may(NAMES[who] + " finds the record moved on", state.with(who, Router.ENDED));
            return;
        }
        int signedAt =
                departures.contains(REROUTE_KEEPS_FENCE) ? item.signedAt() : router.signedAt();
        boolean reserves = !item.status().isOpen() || departures.contains(REROUTE_RESERVES_AGAIN);
        steps.may(
                NAMES[who] + " records attempt 2",
                goingOn.with(
                        new Item(Status.PENDING_NEW, 2, signedAt, who),
                        reserves ? state.account().reserve(1) : state.account()));
    }

    private void record(RerouteState state, int who, Steps<RerouteState> steps) {
        Router router = state.router(who);
        Item item = state.item();
        RerouteState ended = state.with(who, Router.ENDED);
        switch (router.answer()) {
            case ACCEPTED ->
                    steps.may(
                            NAMES[who] + " records it as taken",
                            item.status().isInDoubt() ? ended.becoming(Status.WORKING) : ended);
            case STALE ->
                    steps.may(
                            NAMES[who] + " records a refusal",
                            item.awaits(router.attempt())
                                    ? ended.becoming(Status.REJECTED)
                                    : ended);
            case NOTHING -> {
                if (departures.contains(REROUTES_DOUBT) && mayTurnAway(state, router)) {
                    steps.may(
                            NAMES[who] + " takes it for unsent and signs for broker 2",
                            state.with(who, router.signedAgain(state.now())));
                } else {
                    steps.may(
                            NAMES[who] + " records doubt",
                            item.status() == Status.PENDING_NEW
                                    ? ended.becoming(Status.UNKNOWN)
                                    : ended);
                }
            }
            case REQUEST, DUPLICATE -> throw new IllegalStateException("no answer to a send");
        }
    }
}
