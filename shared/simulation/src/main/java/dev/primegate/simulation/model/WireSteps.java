package dev.primegate.simulation.model;

import dev.primegate.simulation.model.SubmitSetting.Dedup;
import java.util.List;

/** What the network and the broker do: lose, delay, judge, take, show, trade. */
final class WireSteps {
    private final SubmitSetting setting;

    WireSteps(SubmitSetting setting) {
        this.setting = setting;
    }

    void next(SubmitState state, Steps<SubmitState> steps) {
        for (Message message : state.wire()) {
            SubmitState without = state.with(message.off(state.wire()));
            steps.may("the wire loses " + message.kind(), without);
            if (message.kind() == Message.Kind.REQUEST) {
                arrive(without, message, steps);
            } else {
                hear(without, message, steps);
            }
        }
        Broker broker = state.broker();
        if (broker.isHiding()) {
            steps.due("the broker's lists show it", state.with(broker.showing()));
        }
        if (broker.isOpen()) {
            steps.may("the order trades and is done", state.with(broker.finished()));
        }
        if (broker.taken() > 0 && state.item().status().isInDoubt()) {
            steps.may("news of the order comes", state.becoming(Status.WORKING));
        }
    }

    private void arrive(SubmitState state, Message request, Steps<SubmitState> steps) {
        Message.Kind answer = judge(state, request);
        SubmitState judged =
                answer == Message.Kind.ACCEPTED
                        ? state.with(state.broker().taking(state.now()))
                        : state;
        Message reply = new Message(answer, request.sender(), 0);
        boolean awaited = state.sender(request.sender()).phase() == Sender.Phase.WAITING;
        List<Message> wire = awaited ? reply.onto(judged.wire()) : judged.wire();
        steps.may("the broker answers " + answer, judged.with(wire));
    }

    private Message.Kind judge(SubmitState state, Message request) {
        boolean stale =
                !setting.has(Departure.NO_WINDOW)
                        && state.now() > request.signedAt() + SubmitModel.WINDOW;
        boolean duplicate =
                switch (setting.dedup()) {
                    case Dedup.NONE -> false;
                    case Dedup.ACTIVE -> state.broker().isOpen();
                    case Dedup.FOREVER -> state.broker().taken() > 0;
                };
        if (stale && (!duplicate || setting.has(Departure.AGE_BEFORE_IDENTITY))) {
            return Message.Kind.STALE;
        }
        return duplicate ? Message.Kind.DUPLICATE : Message.Kind.ACCEPTED;
    }

    private static void hear(SubmitState state, Message answer, Steps<SubmitState> steps) {
        Sender sender = state.sender(answer.sender());
        if (sender.phase() == Sender.Phase.WAITING) {
            steps.may(
                    answer.kind() + " reaches the sender",
                    state.with(answer.sender(), sender.answered(answer.kind())));
        }
    }
}
