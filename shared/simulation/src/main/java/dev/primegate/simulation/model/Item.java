package dev.primegate.simulation.model;

/**
 * The order's record.
 *
 * @param signedAt by the clock of whoever signed; the window counts from it
 * @param owner which invocation may send
 */
record Item(Status status, int attempt, int signedAt, int owner) {
    static final Item ABSENT = new Item(Status.ABSENT, 0, 0, 0);

    boolean isAbsent() {
        return status == Status.ABSENT;
    }

    Item with(Status changed) {
        return new Item(changed, attempt, signedAt, owner);
    }

    /** Whether it is still in doubt, and about this attempt. */
    boolean awaits(int wanted) {
        return status.isInDoubt() && attempt == wanted;
    }
}
