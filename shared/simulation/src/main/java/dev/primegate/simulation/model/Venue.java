package dev.primegate.simulation.model;

/**
 * One of the brokers that an order may go to, and the wire to it.
 *
 * @param onWire when the request under way was signed, or {@link #NONE}
 * @param taken how many orders it took
 */
record Venue(int onWire, int taken) {
    static final int NONE = -1;
    static final Venue EMPTY = new Venue(NONE, 0);

    boolean isAwaiting() {
        return onWire != NONE;
    }

    Venue sent(int signedAt) {
        return new Venue(signedAt, taken);
    }

    Venue cleared() {
        return new Venue(NONE, taken);
    }

    Venue taking() {
        return new Venue(NONE, taken + 1);
    }
}
