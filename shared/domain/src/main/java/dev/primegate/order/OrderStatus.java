package dev.primegate.order;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where an order stands, in FIX words (tag 39) and three of our own. {@link #next} is the whole
 * graph; how an order gets from one to the next is in {@link Order#apply}.
 */
public enum OrderStatus {
    /** Written down; perhaps sent, perhaps received, not yet working. */
    PENDING_NEW,
    /** Ours: it was sent and the answer was lost. Only the broker's evidence ends this. */
    UNKNOWN,
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    PENDING_CANCEL,
    PENDING_REPLACE,
    CANCELED,
    REJECTED,
    EXPIRED,
    DONE_FOR_DAY,
    /** Ours: it provably never left. */
    NOT_SENT,
    /** Ours: it may have left, and the broker proves that it has no such order. */
    NEVER_ARRIVED;

    /** Every status that may follow this one. */
    public Set<OrderStatus> next() {
        return switch (this) {
            case PENDING_NEW -> EnumSet.complementOf(EnumSet.of(PENDING_NEW));
            // Bytes may have left, so NOT_SENT can no longer be proven.
            case UNKNOWN -> EnumSet.complementOf(EnumSet.of(UNKNOWN, NOT_SENT));
            case NEW, PARTIALLY_FILLED, PENDING_CANCEL, PENDING_REPLACE -> {
                Set<OrderStatus> next =
                        EnumSet.complementOf(
                                EnumSet.of(this, PENDING_NEW, UNKNOWN, NOT_SENT, NEVER_ARRIVED));
                if (this == PARTIALLY_FILLED) {
                    next.remove(NEW);
                }
                // A cancel that is refused leaves the order where it was.
                if (this == PENDING_CANCEL) {
                    next.add(PENDING_NEW);
                }
                yield next;
            }
            // A last fill may cross our cancel, or the close, on the wire. The fill happened.
            case CANCELED, EXPIRED, DONE_FOR_DAY, REJECTED -> EnumSet.of(FILLED);
            // The broker's evidence outranks our proof: the order is reopened, and paged.
            case NOT_SENT, NEVER_ARRIVED ->
                    EnumSet.complementOf(EnumSet.of(UNKNOWN, NOT_SENT, NEVER_ARRIVED));
            case FILLED -> EnumSet.noneOf(OrderStatus.class);
        };
    }

    /** Whether the order may still trade, so that its reservation must stand. */
    public boolean isOpen() {
        return switch (this) {
            case PENDING_NEW, UNKNOWN, NEW, PARTIALLY_FILLED, PENDING_CANCEL, PENDING_REPLACE ->
                    true;
            case FILLED, CANCELED, REJECTED, EXPIRED, DONE_FOR_DAY, NOT_SENT, NEVER_ARRIVED ->
                    false;
        };
    }

    /** Whether we ended the order for want of any sign of it at the broker. */
    boolean deniesTheOrderLived() {
        return this == NOT_SENT || this == NEVER_ARRIVED;
    }
}
