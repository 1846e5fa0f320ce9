package dev.primegate.simulation.model;

/**
 * A job that reads one list after another.
 *
 * @param read how many pages it has read
 * @param isFound whether one of them showed the order
 * @param isWhole whether none was cut short
 * @param isFenced whether the window was over before it began
 * @param waited for how long it has waited since the last page, as far as that matters
 */
record Lookup(int read, boolean isFound, boolean isWhole, boolean isFenced, int waited) {
    static final Lookup IDLE = new Lookup(0, false, true, false, 0);

    Lookup reading(boolean found, boolean fenced) {
        return new Lookup(read + 1, isFound || found, isWhole, read == 0 ? fenced : isFenced, 0);
    }

    /** A page that was cut short, which shows nothing. */
    Lookup readingCut(boolean fenced) {
        return new Lookup(read + 1, isFound, false, read == 0 ? fenced : isFenced, 0);
    }

    Lookup later() {
        return read == 0
                ? this
                : new Lookup(
                        read, isFound, isWhole, isFenced, Math.min(waited + 1, ListsState.LAG + 1));
    }
}
