package dev.primegate.reconcile;

/**
 * What a run did, for its log and its caller.
 *
 * @param looked how many orders or instruments it looked at
 * @param moved how many of them changed
 * @param waiting how many could not be decided yet
 * @param told how many of them no broker was asked about, since its feed had told all
 * @param failed how many could not be looked at; each is told by an alert
 */
public record Tally(int looked, int moved, int waiting, int told, int failed) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    Tally plus(Outcome outcome) {
        return switch (outcome) {
            case MOVED -> new Tally(looked + 1, moved + 1, waiting, told, failed);
            case WAITS -> new Tally(looked + 1, moved, waiting + 1, told, failed);
            case AGREES -> new Tally(looked + 1, moved, waiting, told, failed);
            case TOLD -> new Tally(looked + 1, moved, waiting, told + 1, failed);
            case FAILED -> new Tally(looked + 1, moved, waiting, told, failed + 1);
        };
    }

    Tally plus(Tally other) {
        return new Tally(
                looked + other.looked,
                moved + other.moved,
                waiting + other.waiting,
                told + other.told,
                failed + other.failed);
    }

    /** What became of one thing looked at. */
    enum Outcome {
        /** It changed here. */
        MOVED,
        /** Its broker's feed was read to a moment ago: there was nothing to ask. */
        TOLD,
        /** Broker and book say the same. */
        AGREES,
        /** The evidence proves nothing yet. */
        WAITS,
        FAILED
    }
}
