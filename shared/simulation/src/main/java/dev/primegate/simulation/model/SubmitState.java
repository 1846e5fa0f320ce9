package dev.primegate.simulation.model;

import java.util.List;

/**
 * Two submits of one order, and everybody they meet.
 *
 * @param now true time, which is also the broker's clock
 * @param wire what travels between the senders and the broker, in no order
 */
record SubmitState(
        int now,
        Item item,
        Account account,
        Sender first,
        Sender second,
        List<Message> wire,
        Broker broker,
        Resolver resolver) {

    static final SubmitState START =
            new SubmitState(
                    0,
                    Item.ABSENT,
                    Account.EMPTY,
                    Sender.START,
                    Sender.START,
                    List.of(),
                    Broker.EMPTY,
                    Resolver.IDLE);

    Sender sender(int index) {
        return index == 0 ? first : second;
    }

    SubmitState later() {
        return new SubmitState(now + 1, item, account, first, second, wire, broker, resolver);
    }

    SubmitState with(Item changed, Account moved) {
        return new SubmitState(now, changed, moved, first, second, wire, broker, resolver);
    }

    SubmitState with(int index, Sender sender) {
        return new SubmitState(
                now,
                item,
                account,
                index == 0 ? sender : first,
                index == 0 ? second : sender,
                wire,
                broker,
                resolver);
    }

    SubmitState with(List<Message> messages) {
        return new SubmitState(now, item, account, first, second, messages, broker, resolver);
    }

    SubmitState with(Broker changed) {
        return new SubmitState(now, item, account, first, second, wire, changed, resolver);
    }

    SubmitState with(Resolver changed) {
        return new SubmitState(now, item, account, first, second, wire, broker, changed);
    }

    /** The record ends, or becomes known to live, and keeps its reservation only if it is open. */
    SubmitState becoming(Status status) {
        return with(item.with(status), status.isOpen() ? account : account.release());
    }
}
