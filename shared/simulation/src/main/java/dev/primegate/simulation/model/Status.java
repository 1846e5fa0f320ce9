package dev.primegate.simulation.model;

/** Where the order's record stands, as far as the models tell states apart. */
enum Status {
    /** There is no record. */
    ABSENT,
    PENDING_NEW,
    UNKNOWN,
    /** The broker has given a sign of it and has not ended it. */
    WORKING,
    FILLED,
    CANCELED,
    REJECTED,
    NOT_SENT,
    NEVER_ARRIVED;

    /** Whether only the broker can tell if it has the order. */
    boolean isInDoubt() {
        return switch (this) {
            case PENDING_NEW, UNKNOWN -> true;
            case ABSENT, WORKING, FILLED, CANCELED, REJECTED, NOT_SENT, NEVER_ARRIVED -> false;
        };
    }

    /** Whether the order holds a reservation. */
    boolean isOpen() {
        return isInDoubt() || this == WORKING;
    }

    /** Whether the record says that the broker does not have it. */
    boolean deniesIt() {
        return switch (this) {
            case REJECTED, NOT_SENT, NEVER_ARRIVED -> true;
            case ABSENT, PENDING_NEW, UNKNOWN, WORKING, FILLED, CANCELED -> false;
        };
    }
}
