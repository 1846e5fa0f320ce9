package dev.primegate.simulation.model;

import dev.primegate.simulation.model.Resolver.Phase;
import java.util.Optional;
import java.util.Set;

/** An order whose first broker may be out of reach, so that it may go to a second one. */
final class RerouteModel implements Model<RerouteState> {
    private static final int END = 8;

    private final Set<Departure> departures;
    private final RouterSteps routers;

    RerouteModel(Set<Departure> departures) {
        this.departures = departures;
        this.routers = new RouterSteps(departures);
    }

    @Override
    public RerouteState start() {
        return RerouteState.START;
    }

    @Override
    public void next(RerouteState state, Steps<RerouteState> steps) {
        if (state.now() < END) {
            steps.due("time passes", state.later());
        }
        routers.next(state, 0, steps);
        routers.next(state, 1, steps);
        arrive(state, 1, steps);
        arrive(state, 2, steps);
        resolve(state, steps);
    }

    private static void arrive(RerouteState state, int attempt, Steps<RerouteState> steps) {
        Venue venue = state.venue(attempt);
        if (!venue.isAwaiting()) {
            return;
        }
        String name = "broker " + attempt;
        steps.may("the wire to " + name + " loses it", state.with(attempt, venue.cleared()));
        boolean stale = state.now() > venue.onWire() + SubmitModel.WINDOW;
        Message.Kind answer = stale ? Message.Kind.STALE : Message.Kind.ACCEPTED;
        RerouteState judged = state.with(attempt, stale ? venue.cleared() : venue.taking());
        String label = name + " answers " + answer;
        steps.may(label + ", which is lost", judged);
        for (int who = 0; who < 2; who++) {
            Router router = state.router(who);
            if (router.phase() == Router.Phase.WAITING && router.attempt() == attempt) {
                steps.may(label, judged.with(who, router.answered(answer)));
            }
        }
    }

    private void resolve(RerouteState state, Steps<RerouteState> steps) {
        Resolver resolver = state.resolver();
        Item item = state.item();
        if (resolver.phase() != Phase.IDLE) {
            steps.may("the resolver crashes", state.with(Resolver.IDLE));
        }
        switch (resolver.phase()) {
            case IDLE -> {
                if (item.status().isInDoubt()
                        && state.now() > item.signedAt() + SubmitModel.LEASE) {
                    steps.due(
                            "the resolver takes it up",
                            state.with(Resolver.claiming(item.attempt())));
                }
            }
            case CLAIMED -> {
                boolean taken = state.venue(resolver.attempt()).taken() > 0;
                steps.due(
                        "the resolver asks broker " + resolver.attempt(),
                        state.with(resolver.answered(taken, state.now())));
            }
            case ANSWERED -> steps.due("the resolver writes", written(state, resolver));
        }
    }

    private RerouteState written(RerouteState state, Resolver resolver) {
        RerouteState idle = state.with(Resolver.IDLE);
        Item item = state.item();
        if (!item.status().isInDoubt()) {
            return idle;
        }
        boolean same = item.attempt() == resolver.attempt();
        if (resolver.found()) {
            return same ? idle.becoming(Status.WORKING) : idle;
        }
        // By what it read when it took the order up, as the product does: the first was signed at
        // 0.
        int signedAt = same ? item.signedAt() : 0;
        if (resolver.askedAt() <= signedAt + SubmitModel.WINDOW) {
            return idle.becoming(Status.UNKNOWN);
        }
        return same || departures.contains(Departure.ABSENCE_OF_ANY_ATTEMPT)
                ? idle.becoming(Status.NEVER_ARRIVED)
                : idle;
    }

    @Override
    public Optional<Law> broken(RerouteState state) {
        int taken = state.first().taken() + state.second().taken();
        Status status = state.item().status();
        if (taken > 1) {
            return Optional.of(Law.ONCE);
        }
        if (taken > 0 && status.deniesIt()) {
            return Optional.of(Law.NOT_DENIED);
        }
        if (state.hasEnded() && status.isOpen()) {
            return Optional.of(Law.FINAL);
        }
        if (state.second().taken() > 0 && state.item().attempt() < 2) {
            return Optional.of(Law.RECORDED);
        }
        return state.account().isExact(0, status.isOpen() ? 1 : 0)
                ? Optional.empty()
                : Optional.of(Law.HEADROOM);
    }

    @Override
    public boolean isSettled(RerouteState state) {
        return !state.item().status().isInDoubt();
    }

    @Override
    public Status status(RerouteState state) {
        return state.item().status();
    }
}
