package dev.primegate.broker;

import dev.primegate.instrument.BrokerId;
import java.time.Instant;
import java.util.Optional;

/**
 * Who reads a broker's feed, and how far it was read. Each who takes the feed has a higher number
 * than the one before, and only the highest moves anything: one that slept and wakes up cannot.
 */
public interface FeedLeases {
    /** How the feed stands; empty before anybody read it. */
    Optional<Standing> find(BrokerId broker);

    /**
     * Takes the feed, if nobody holds it, its holder has not been heard of in time, or wants to be
     * relieved. Asked again by the same holder, because a reply was lost, it answers as before.
     *
     * @param holder unique, one for each who asks
     */
    Optional<Lease> take(BrokerId broker, String holder, Term term);

    /**
     * Holds on to it.
     *
     * @param heardAt of when the latest data is that the feed brought
     * @return whether it is still held; if not, nothing changed
     */
    boolean renew(Lease lease, Instant until, Instant heardAt);

    /**
     * Says that everything the broker executed until {@code cursor} is booked. Never moves back.
     *
     * @return whether the feed is still held; if not, nothing moved
     */
    boolean commit(Lease lease, Instant cursor);

    /** Gives it back, if it is still held. */
    void release(Lease lease);

    /** The right to read a feed. */
    record Lease(BrokerId broker, String holder, long number) {}

    /**
     * How long.
     *
     * @param until when it lapses, unless it is renewed
     * @param relief from when another may take it, though it is held
     */
    record Term(Instant until, Instant relief) {}

    /**
     * How a feed stands.
     *
     * @param cursor until when everything the broker executed is booked; empty before the first
     *     time
     * @param heardAt of when the latest data is that it brought; before that, when it was first
     *     taken
     */
    record Standing(Lease lease, Term term, Instant heardAt, Optional<Instant> cursor) {
        /** Whether somebody else may take it. */
        public boolean isFree(Instant now) {
            return !now.isBefore(term.until()) || !now.isBefore(term.relief());
        }
    }
}
