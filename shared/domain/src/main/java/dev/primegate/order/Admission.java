package dev.primegate.order;

/** The book's answer to an intent. */
public sealed interface Admission {
    /**
     * Written down, with its headroom taken: it may be sent, once. Only a book makes one, and only
     * this lets an adapter send.
     *
     * @param historyHash of the last entry of its history, so that the next can be written without
     *     a reading
     */
    record Admitted(Order order, String historyHash) implements Admission {}

    /** Its identity was used before; here is that order as it stands. Nothing was written. */
    record Known(Order order) implements Admission {}

    /** A limit or a halt refused it. Nothing is reserved. */
    record Denied(Denial denial) implements Admission {}

    /** The store could not decide in time. Nothing is reserved, nothing may be sent. */
    record Busy(String why) implements Admission {}
}
