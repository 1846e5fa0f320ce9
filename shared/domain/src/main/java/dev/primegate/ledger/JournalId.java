package dev.primegate.ledger;

import java.util.regex.Pattern;

/** Whoever writes an entry names it; the name is used once, so that a repeat moves nothing. */
public record JournalId(String text) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    public JournalId {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("journal id does not match " + SHAPE);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
