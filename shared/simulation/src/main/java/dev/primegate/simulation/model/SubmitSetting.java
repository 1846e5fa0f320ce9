package dev.primegate.simulation.model;

import java.util.EnumSet;
import java.util.Set;

/**
 * In what a variant of the submit differs.
 *
 * @param senderSkew by how much the first sender's clock is ahead
 * @param resolverSkew by how much the resolver's clock is ahead
 */
record SubmitSetting(int senderSkew, int resolverSkew, Dedup dedup, Set<Departure> departures) {
    static final SubmitSetting DESIGN =
            new SubmitSetting(0, 0, Dedup.NONE, EnumSet.noneOf(Departure.class));

    /** Among which orders the broker refuses a client order id that it knows. */
    enum Dedup {
        NONE,
        ACTIVE,
        FOREVER
    }

    SubmitSetting senderAhead(int by) {
        return new SubmitSetting(by, resolverSkew, dedup, departures);
    }

    SubmitSetting resolverAhead(int by) {
        return new SubmitSetting(senderSkew, by, dedup, departures);
    }

    SubmitSetting with(Dedup changed) {
        return new SubmitSetting(senderSkew, resolverSkew, changed, departures);
    }

    SubmitSetting with(Departure more) {
        Set<Departure> all = EnumSet.of(more);
        all.addAll(departures);
        return new SubmitSetting(senderSkew, resolverSkew, dedup, all);
    }

    boolean has(Departure departure) {
        return departures.contains(departure);
    }
}
