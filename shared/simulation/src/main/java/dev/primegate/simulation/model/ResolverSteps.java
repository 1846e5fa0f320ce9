package dev.primegate.simulation.model;

import static dev.primegate.simulation.model.Departure.IGNORES_QUERY_LAG;
import static dev.primegate.simulation.model.Departure.JUDGES_BY_OUR_CLOCK;
import static dev.primegate.simulation.model.Departure.LEASE_PROVES_UNSENT;
import static dev.primegate.simulation.model.Departure.NOBODY_RESOLVES;
import static dev.primegate.simulation.model.Departure.NO_QUARANTINE;
import static dev.primegate.simulation.model.Departure.QUARANTINE_AT_WRITE;

import dev.primegate.simulation.model.Resolver.Phase;

/** What the job that settles doubt does: claim, ask, write. It never sends. */
final class ResolverSteps {
    /** By how much our clock may differ from the broker's, where ours is used. */
    private static final int MARGIN = 1;

    private final SubmitSetting setting;

    ResolverSteps(SubmitSetting setting) {
        this.setting = setting;
    }

    void next(SubmitState state, Steps<SubmitState> steps) {
        Resolver resolver = state.resolver();
        if (resolver.phase() != Phase.IDLE) {
            steps.may("the resolver crashes", state.with(Resolver.IDLE));
        }
        switch (resolver.phase()) {
            case IDLE -> claim(state, steps);
            case CLAIMED -> {
                boolean shown = state.broker().shows();
                steps.due(
                        shown ? "the resolver finds it" : "the resolver does not find it",
                        state.with(resolver.answered(shown, clock(state))));
            }
            case ANSWERED -> write(state, steps);
        }
    }

    private void claim(SubmitState state, Steps<SubmitState> steps) {
        Item item = state.item();
        boolean isDue =
                item.status().isInDoubt()
                        && state.now() + setting.resolverSkew()
                                > item.signedAt() + SubmitModel.LEASE;
        if (!isDue || setting.has(NOBODY_RESOLVES)) {
            return;
        }
        if (setting.has(LEASE_PROVES_UNSENT) && item.status() == Status.PENDING_NEW) {
            steps.due("the resolver takes it for unsent", state.becoming(Status.NOT_SENT));
            return;
        }
        steps.due(
                "the resolver takes it up",
                state.becoming(Status.UNKNOWN).with(Resolver.claiming(item.attempt())));
    }

    private void write(SubmitState state, Steps<SubmitState> steps) {
        Resolver resolver = state.resolver();
        SubmitState idle = state.with(Resolver.IDLE);
        if (!state.item().awaits(resolver.attempt())) {
            steps.due("the resolver is too late", idle);
        } else if (resolver.found()) {
            steps.due("the resolver records it as working", idle.becoming(Status.WORKING));
        } else if (absenceCounts(state)) {
            steps.due("the resolver ends it", idle.becoming(Status.NEVER_ARRIVED));
        } else {
            steps.due("the resolver leaves it in doubt", idle);
        }
    }

    private boolean absenceCounts(SubmitState state) {
        int fence =
                state.item().signedAt()
                        + SubmitModel.WINDOW
                        + (setting.has(IGNORES_QUERY_LAG) ? 0 : Broker.LAG)
                        + (setting.has(JUDGES_BY_OUR_CLOCK) ? MARGIN : 0);
        int seenAt = setting.has(QUARANTINE_AT_WRITE) ? clock(state) : state.resolver().askedAt();
        return setting.has(NO_QUARANTINE) || seenAt > fence;
    }

    /** The broker's clock is the true one. */
    private int clock(SubmitState state) {
        return setting.has(JUDGES_BY_OUR_CLOCK)
                ? state.now() + setting.resolverSkew()
                : state.now();
    }
}
