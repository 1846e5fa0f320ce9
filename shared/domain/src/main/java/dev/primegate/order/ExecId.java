package dev.primegate.order;

import java.util.regex.Pattern;

/** A broker's id of one execution; FIX tag 17. Unique per broker. */
public record ExecId(String text) {
    private static final Pattern SHAPE = Pattern.compile("[!-~]{1,100}");

    public ExecId {
        Text.require(text, SHAPE, "execId");
    }

    @Override
    public String toString() {
        return text;
    }
}
