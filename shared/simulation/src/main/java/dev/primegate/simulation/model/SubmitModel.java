package dev.primegate.simulation.model;

import java.util.Optional;

/**
 * Two concurrent submits of one order and the job that settles its doubt. Time starts when the
 * first bytes are signed, and ends when nothing any more depends on it.
 */
final class SubmitModel implements Model<SubmitState> {
    /** How long the broker accepts bytes after the time in them. */
    static final int WINDOW = 2;

    /** After how long somebody else may take up the order. */
    static final int LEASE = 1;

    /** A repeat that comes later than this finds the record, or an empty world. */
    static final int LAST_SIGNING = 1;

    /** An expired lease is taken over by then, where it can be: later shows nothing new. */
    static final int LAST_TAKE_OVER = 2;

    private static final int END = 9;

    private final SenderSteps senders;
    private final WireSteps wire;
    private final ResolverSteps resolver;

    SubmitModel(SubmitSetting setting) {
        this.senders = new SenderSteps(setting);
        this.wire = new WireSteps(setting);
        this.resolver = new ResolverSteps(setting);
    }

    @Override
    public SubmitState start() {
        return SubmitState.START;
    }

    @Override
    public void next(SubmitState state, Steps<SubmitState> steps) {
        if (state.now() < END && state.broker().mayHideLonger(state.now())) {
            steps.due("time passes", state.later());
        }
        senders.next(state, 0, steps);
        senders.next(state, 1, steps);
        wire.next(state, steps);
        resolver.next(state, steps);
    }

    @Override
    public Optional<Law> broken(SubmitState state) {
        int taken = state.broker().taken();
        Status status = state.item().status();
        if (taken > 1) {
            return Optional.of(Law.ONCE);
        }
        if (taken > 0 && status.deniesIt()) {
            return Optional.of(Law.NOT_DENIED);
        }
        boolean nobodyLeft = state.first().hasEnded() && state.second().hasEnded();
        if (taken > 0 && state.item().isAbsent() && nobodyLeft) {
            return Optional.of(Law.RECORDED);
        }
        return state.account().isExact(0, status.isOpen() ? 1 : 0)
                ? Optional.empty()
                : Optional.of(Law.HEADROOM);
    }

    @Override
    public boolean isSettled(SubmitState state) {
        return !state.item().status().isInDoubt();
    }

    @Override
    public Status status(SubmitState state) {
        return state.item().status();
    }
}
