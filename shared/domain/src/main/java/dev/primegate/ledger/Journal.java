package dev.primegate.ledger;

/** Where facts that are no trades are written down. */
public interface Journal {
    /**
     * Books {@code entry}: positions, headroom and the record of it, all or nothing, and once for
     * its id, however often and by whomever it is asked.
     *
     * <p>A kind that needs two persons is booked when another says the same in time.
     *
     * @param by who asks
     */
    Booking book(JournalEntry entry, String by);
}
