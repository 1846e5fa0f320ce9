package dev.primegate.simulation.model;

/**
 * What the broker has of the order.
 *
 * @param taken how many times it took it
 * @param isOpen whether it still works
 * @param hiddenSince when it took what its lists do not show yet, or {@link #SHOWN}
 */
record Broker(int taken, boolean isOpen, int hiddenSince) {
    static final int SHOWN = -1;
    static final Broker EMPTY = new Broker(0, false, SHOWN);

    /** How long an order may take from acceptance to the lists. */
    static final int LAG = 1;

    Broker taking(int now) {
        return new Broker(taken + 1, true, now);
    }

    Broker showing() {
        return new Broker(taken, isOpen, SHOWN);
    }

    Broker finished() {
        return new Broker(taken, false, hiddenSince);
    }

    boolean isHiding() {
        return hiddenSince != SHOWN;
    }

    boolean shows() {
        return taken > 0 && !isHiding();
    }

    /** Whether time may pass before it shows. */
    boolean mayHideLonger(int now) {
        return !isHiding() || now < hiddenSince + LAG;
    }
}
