package dev.primegate.simulation.model;

import static dev.primegate.simulation.model.Departure.ADMITS_UNCONDITIONALLY;
import static dev.primegate.simulation.model.Departure.BLIND_RETRY;
import static dev.primegate.simulation.model.Departure.DUPLICATE_IS_REJECTION;
import static dev.primegate.simulation.model.Departure.NO_WRITE_AHEAD;
import static dev.primegate.simulation.model.Departure.RE_EXECUTES;
import static dev.primegate.simulation.model.Departure.SIGNS_AT_SEND;
import static dev.primegate.simulation.model.Departure.TIMEOUT_IS_REJECTION;

/**
 * What a submitting invocation does: sign, admit, send once, record. Between any two steps it may
 * stay for as long as it likes, which is why no check of the lease before the send is modelled.
 */
final class SenderSteps {
    private static final String[] NAMES = {"A", "B"};

    private final SubmitSetting setting;

    SenderSteps(SubmitSetting setting) {
        this.setting = setting;
    }

    void next(SubmitState state, int who, Steps<SubmitState> steps) {
        Sender sender = state.sender(who);
        if (sender.canCrash()) {
            steps.may(NAMES[who] + " crashes", state.with(who, Sender.ENDED));
        }
        switch (sender.phase()) {
            case START -> sign(state, who, steps);
            case SIGNED -> admit(state, who, steps);
            case ADMITTED -> send(state, who, steps);
            case WAITING ->
                    steps.may(
                            NAMES[who] + " times out",
                            state.with(who, sender.answered(Message.Kind.NOTHING)));
            case ANSWERED -> record(state, who, steps);
            case ENDED -> {}
        }
    }

    private void sign(SubmitState state, int who, Steps<SubmitState> steps) {
        if (state.now() <= SubmitModel.LAST_SIGNING) {
            steps.may(
                    NAMES[who] + " signs",
                    state.with(who, state.sender(who).signed(clock(state, who))));
        }
    }

    private void admit(SubmitState state, int who, Steps<SubmitState> steps) {
        Sender sender = state.sender(who);
        Item item = state.item();
        if (setting.has(NO_WRITE_AHEAD) && item.isAbsent()) {
            send(state, who, steps);
        } else if (item.isAbsent() || setting.has(ADMITS_UNCONDITIONALLY)) {
            SubmitState admitted =
                    state.with(
                            new Item(Status.PENDING_NEW, 1, sender.signedAt(), who),
                            item.status().isOpen() ? state.account() : state.account().reserve(1));
            steps.may(
                    NAMES[who] + " admits",
                    admitted.with(who, sender.admitted(1, sender.signedAt())));
            steps.may(NAMES[who] + " admits, and its answer is lost", admitted);
        } else if (item.owner() == who && !setting.has(NO_WRITE_AHEAD)) {
            steps.may(
                    NAMES[who] + " finds its own admission",
                    state.with(who, sender.admitted(1, sender.signedAt())));
        } else if (setting.has(RE_EXECUTES) && canTakeOver(state)) {
            reExecute(state, who, steps);
        } else {
            steps.may(NAMES[who] + " answers with what is there", state.with(who, Sender.ENDED));
        }
    }

    private static boolean canTakeOver(SubmitState state) {
        return state.item().status() == Status.PENDING_NEW
                && state.now() > state.item().signedAt() + SubmitModel.LEASE
                && state.now() <= SubmitModel.LAST_TAKE_OVER;
    }

    private void reExecute(SubmitState state, int who, Steps<SubmitState> steps) {
        int attempt = state.item().attempt() + 1;
        int signedAt = clock(state, who);
        steps.may(
                NAMES[who] + " executes it again",
                state.with(new Item(Status.PENDING_NEW, attempt, signedAt, who), state.account())
                        .with(who, state.sender(who).admitted(attempt, signedAt)));
    }

    private void send(SubmitState state, int who, Steps<SubmitState> steps) {
        Sender sender = state.sender(who);
        steps.may(NAMES[who] + " sends", sent(state, who, false));
        // Who executes again does not know what the others sent, and can give nothing up as unsent.
        if (state.item().awaits(sender.attempt()) && !setting.has(RE_EXECUTES)) {
            SubmitState ended = state.with(who, Sender.ENDED);
            steps.may(
                    NAMES[who] + " gives up unsent",
                    state.item().status() == Status.PENDING_NEW
                            ? ended.becoming(Status.NOT_SENT)
                            : ended);
        }
    }

    private SubmitState sent(SubmitState state, int who, boolean again) {
        Sender sender = state.sender(who);
        int signedAt = setting.has(SIGNS_AT_SEND) ? clock(state, who) : sender.signedAt();
        return state.with(who, sender.waiting(again))
                .with(new Message(Message.Kind.REQUEST, who, signedAt).onto(state.wire()));
    }

    private void record(SubmitState state, int who, Steps<SubmitState> steps) {
        Sender sender = state.sender(who);
        SubmitState ended = state.with(who, Sender.ENDED);
        switch (sender.answer()) {
            case ACCEPTED -> steps.may(NAMES[who] + " records it as taken", taken(ended, sender));
            case STALE -> steps.may(NAMES[who] + " records a refusal", refused(ended, sender));
            case DUPLICATE ->
                    steps.may(
                            NAMES[who] + " hears that it is a duplicate",
                            setting.has(DUPLICATE_IS_REJECTION)
                                    ? refused(ended, sender)
                                    : doubted(ended));
            case NOTHING -> despair(state, who, steps);
            case REQUEST -> throw new IllegalStateException("a request is no answer");
        }
    }

    private void despair(SubmitState state, int who, Steps<SubmitState> steps) {
        Sender sender = state.sender(who);
        SubmitState ended = state.with(who, Sender.ENDED);
        if (setting.has(BLIND_RETRY) && !sender.retried()) {
            steps.may(NAMES[who] + " sends again", sent(state, who, true));
        } else if (setting.has(TIMEOUT_IS_REJECTION)) {
            steps.may(NAMES[who] + " records a refusal", refused(ended, sender));
        } else {
            steps.may(NAMES[who] + " records doubt", doubted(ended));
        }
    }

    private static SubmitState taken(SubmitState state, Sender sender) {
        if (state.item().isAbsent()) {
            return state.with(
                    new Item(Status.WORKING, 1, sender.signedAt(), 0), state.account().reserve(1));
        }
        return state.item().status().isInDoubt() ? state.becoming(Status.WORKING) : state;
    }

    private static SubmitState refused(SubmitState state, Sender sender) {
        return state.item().awaits(sender.attempt()) ? state.becoming(Status.REJECTED) : state;
    }

    private static SubmitState doubted(SubmitState state) {
        return state.item().status() == Status.PENDING_NEW ? state.becoming(Status.UNKNOWN) : state;
    }

    private int clock(SubmitState state, int who) {
        return who == 0 ? state.now() + setting.senderSkew() : state.now();
    }
}
