package dev.primegate.simulation.model;

/**
 * Something true that a worker can hear, from a feed or by asking, once, often or never, and in any
 * order. A fact stays true, which is what lets one set stand for loss, repeats and disorder.
 */
enum Fact {
    /** The broker has the order. */
    WORKS(0),
    /** Execution of the first unit. */
    FIRST_FILL(1),
    /** Execution of the second unit. */
    SECOND_FILL(2),
    /** An execution in the place of the first: a position, but nothing more used up. */
    CORRECTION(4),
    /** The first unit's execution is annulled. */
    BUST(8),
    /** The broker's last word, with the quantity that it counts. */
    ENDED(16),
    /** The broker's records, read after the fence, lack the order. */
    ABSENT(0);

    private final int bit;

    Fact(int bit) {
        this.bit = bit;
    }

    /** Its place in a set of facts held as an int. */
    int bit() {
        return bit;
    }

    boolean isIn(int set) {
        return (set & bit) != 0;
    }
}
