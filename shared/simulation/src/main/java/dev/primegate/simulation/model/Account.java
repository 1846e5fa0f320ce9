package dev.primegate.simulation.model;

/**
 * The figures that an order moves. Each method is the difference that one transaction writes; none
 * works a figure out from the others, so that a wrong one shows.
 *
 * @param reserved what the order's record says it still holds
 */
record Account(int headroom, int reserved, int position) {
    static final int LIMIT = 3;
    static final Account EMPTY = new Account(LIMIT, 0, 0);

    Account reserve(int quantity) {
        return new Account(headroom - quantity, reserved + quantity, position);
    }

    /** Gives back what is still reserved. */
    Account release() {
        return new Account(headroom + reserved, 0, position);
    }

    /** One unit executed, out of the reservation or, when that is gone, by force. */
    Account fill() {
        return reserved > 0
                ? new Account(headroom, reserved - 1, position + 1)
                : new Account(headroom - 1, 0, position + 1);
    }

    /** One unit executed whose bust was here first: it used the order up and made no position. */
    Account fillBusted() {
        return reserved > 0 ? new Account(headroom + 1, reserved - 1, position) : this;
    }

    /**
     * A unit of position that uses nothing of the order up, as in a correction; below zero, off.
     */
    Account adjust(int units) {
        return new Account(headroom - units, reserved, position + units);
    }

    /** The same differences on other figures; what is reserved is not a sum, and is put. */
    Account plus(Account before, Account after) {
        return new Account(
                headroom + after.headroom - before.headroom,
                after.reserved,
                position + after.position - before.position);
    }

    /** Whether the figures are what the facts, which this record does not hold, say they are. */
    boolean isExact(int executed, int open) {
        return reserved == open && headroom == LIMIT - executed - open;
    }
}
