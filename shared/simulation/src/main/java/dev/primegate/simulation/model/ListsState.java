package dev.primegate.simulation.model;

/**
 * An order in doubt, the two lists it may be in, and a job that looks for it there.
 *
 * @param age time since its bytes were signed, up to the fence
 * @param gapAge for how long it has been between the lists
 * @param account what it reserves
 */
record ListsState(Status status, Account account, int age, Place place, int gapAge, Lookup lookup) {
    /** From this age the broker refuses the bytes. */
    static final int FENCE = 2;

    /** How long an order may be between the lists. */
    static final int LAG = 1;

    static final ListsState START =
            new ListsState(
                    Status.UNKNOWN, Account.EMPTY.reserve(1), 0, Place.ON_WIRE, 0, Lookup.IDLE);

    /** Where the order is. */
    enum Place {
        ON_WIRE,
        NEVER_CAME,
        OPEN_LIST,
        BETWEEN,
        /** The newest orders. */
        FIRST_PAGE,
        /** Where later orders push it. */
        SECOND_PAGE;

        boolean isAtBroker() {
            return switch (this) {
                case OPEN_LIST, BETWEEN, FIRST_PAGE, SECOND_PAGE -> true;
                case ON_WIRE, NEVER_CAME -> false;
            };
        }
    }

    boolean isFenced() {
        return age == FENCE;
    }

    /** Nothing is between the lists for longer than the lag. */
    boolean mayAge() {
        return place != Place.BETWEEN || gapAge < LAG;
    }

    ListsState later() {
        int older = Math.min(age + 1, FENCE);
        boolean lost = place == Place.ON_WIRE && older == FENCE;
        return new ListsState(
                status,
                account,
                older,
                lost ? Place.NEVER_CAME : place,
                place == Place.BETWEEN ? gapAge + 1 : 0,
                lookup.later());
    }

    ListsState at(Place changed) {
        return new ListsState(status, account, age, changed, 0, lookup);
    }

    ListsState with(Lookup changed) {
        return new ListsState(status, account, age, place, gapAge, changed);
    }

    ListsState becoming(Status changed) {
        return new ListsState(
                changed,
                changed.isOpen() ? account : account.release(),
                age,
                place,
                gapAge,
                Lookup.IDLE);
    }
}
