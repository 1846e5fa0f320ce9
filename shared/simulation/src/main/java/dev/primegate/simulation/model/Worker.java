package dev.primegate.simulation.model;

/**
 * A job that writes what it hears: it reads the record first, and writes later or never.
 *
 * @param fact what it will write
 * @param seen the record as it read it, or {@link Ledger#NONE} while it is idle
 */
record Worker(Fact fact, Ledger seen) {
    static final Worker IDLE = new Worker(Fact.WORKS, Ledger.NONE);

    boolean isIdle() {
        return seen.equals(Ledger.NONE);
    }
}
