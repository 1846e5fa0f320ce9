package dev.primegate.bench;

/**
 * What a run says, and whether it is as good as it has to be.
 *
 * @param isGood true where nothing is asked for
 */
record Verdict(String text, boolean isGood) {
    /** The status of a process whose run is not. */
    static final int WORSE = 3;

    static Verdict of(String text) {
        return new Verdict(text, true);
    }
}
