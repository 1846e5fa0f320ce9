package dev.primegate.simulation.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something between a sender and the broker.
 *
 * @param sender who sent it, or to whom it goes
 */
record Message(Kind kind, int sender, int signedAt) {
    private static final Comparator<Message> ORDER =
            Comparator.comparing(Message::kind)
                    .thenComparingInt(Message::sender)
                    .thenComparingInt(Message::signedAt);

    /** What it says; an answer that is not the broker's is nothing. */
    enum Kind {
        NOTHING,
        REQUEST,
        ACCEPTED,
        STALE,
        DUPLICATE
    }

    /** The wire has no order, so that what it carries is kept sorted. */
    List<Message> onto(List<Message> wire) {
        List<Message> more = new ArrayList<>(wire);
        more.add(this);
        more.sort(ORDER);
        return List.copyOf(more);
    }

    List<Message> off(List<Message> wire) {
        List<Message> fewer = new ArrayList<>(wire);
        fewer.remove(this);
        return List.copyOf(fewer);
    }
}
