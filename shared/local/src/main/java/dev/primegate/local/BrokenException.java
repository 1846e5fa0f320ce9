package dev.primegate.local;

/** A line of the story that does not hold. */
final class BrokenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenException(String why) {
        super(why);
    }

    static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new BrokenException(otherwise);
        }
    }
}
