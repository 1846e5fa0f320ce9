package dev.primegate.ledger;

import java.time.Duration;
import java.time.Instant;

/** What became of a journal entry. */
public sealed interface Booking {
    /** How long an entry waits for the second person. */
    Duration PATIENCE = Duration.ofHours(24);

    /** It is in the positions, since now. */
    record Booked() implements Booking {}

    /** It was already; nothing moved. */
    record Known() implements Booking {}

    /** It is written down and waits for another person to say the same. */
    record Asked(Instant until) implements Booking {}

    /** The same person asked again. */
    record SecondPersonNeeded(String by, Instant until) implements Booking {}

    /** Its id is another entry's. */
    record Reused() implements Booking {}
}
