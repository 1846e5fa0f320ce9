package dev.primegate.breaks;

import dev.primegate.order.Digest;
import java.util.regex.Pattern;

/** Names a break by what differs and why, so that finding it again finds the same one. */
public record BreakId(String text) implements Comparable<BreakId> {
    static final int HALF = 16;

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{16}-[0-9a-f]{16}");

    public BreakId {
        if (!isOne(text)) {
            throw new IllegalArgumentException("not a break id");
        }
    }

    public static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    /**
     * The id of a finding. Its figures are no part of it: a difference that grows is the same
     * break.
     */
    public static BreakId of(BreakScope scope, Finding finding) {
        String what = Digest.hex(finding.key(), finding.cause().code()).substring(0, HALF);
        return new BreakId(scope.digest() + "-" + what);
    }

    /** The digest of its scope. */
    public String scope() {
        return text.substring(0, HALF);
    }

    @Override
    public int compareTo(BreakId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
