package dev.primegate.breaks;

/** What came of a step. */
public sealed interface BreakMove {
    record Moved(Break now, BreakNote note) implements BreakMove {
        /** Whether there is one more to look into. */
        boolean opens() {
            return note.step().equals(BreakNote.FOUND) || note.step().equals(BreakNote.RETURNED);
        }
    }

    /** It stood so already. */
    record Unchanged(Break now) implements BreakMove {}

    /** The step is not for a break that stands so; nothing changed. */
    record Refused(String why) implements BreakMove {}
}
