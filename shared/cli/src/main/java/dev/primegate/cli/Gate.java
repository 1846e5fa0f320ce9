package dev.primegate.cli;

/**
 * Something that must be so before money is real.
 *
 * @param why what shows it, or what is missing
 */
record Gate(Phase phase, String what, boolean holds, String why) {
    /** In the order in which they are gone through. */
    enum Phase {
        GATHER,
        MAP,
        TEST,
        CONTROL,
        TUNE
    }
}
