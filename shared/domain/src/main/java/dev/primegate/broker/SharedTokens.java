package dev.primegate.broker;

import java.time.Instant;
import java.util.Optional;

/**
 * Where instances share the tokens that brokers give them, and the lease under which one of them at
 * a time fetches the next. A token is kept as its owner sealed it: nobody here can read it.
 */
public interface SharedTokens {
    /** What is kept under {@code name}; {@link Shelf#EMPTY} before the first. */
    Shelf read(String name);

    /**
     * Takes the lease, if nobody holds one and nothing moved since {@code seen}.
     *
     * @param until when it lapses, should nothing be heard of its holder
     * @return the shelf as it then is, for one caller in all
     */
    Optional<Shelf> claim(String name, Shelf seen, Instant until);

    /**
     * Puts a token there and gives the lease back.
     *
     * @param claimed as {@link #claim} returned it
     * @return false if the lease has lapsed and somebody else has it: then nothing is put
     */
    boolean put(String name, Shelf claimed, Sealed token);

    /** Gives the lease back without a token, from {@code until} on; for one that was refused. */
    void release(String name, Shelf claimed, Instant until);

    /**
     * The place of one token.
     *
     * @param fence one more with each lease and each token, so that a late holder is told from the
     *     present one, and who saw no token does not ask for another
     * @param leasedUntil when the last lease lapses
     */
    record Shelf(Optional<Sealed> token, long fence, Instant leasedUntil) {
        public static final Shelf EMPTY = new Shelf(Optional.empty(), 0, Instant.EPOCH);

        public boolean isLeased(Instant now) {
            return now.isBefore(leasedUntil);
        }
    }

    /**
     * A token that only its owner can read.
     *
     * @param refreshFrom from when on somebody fetches the next
     * @param expiresAt from when on the broker refuses it
     */
    record Sealed(String text, Instant refreshFrom, Instant expiresAt) {}
}
