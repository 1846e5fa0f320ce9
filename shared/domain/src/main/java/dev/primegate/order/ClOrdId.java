package dev.primegate.order;

import java.util.regex.Pattern;

/** The OMS's own id of an order; FIX tag 11. Unique within a tenant's account. */
public record ClOrdId(String text) {
    private static final Pattern SHAPE = Pattern.compile("[!-~]{1,64}");

    public ClOrdId {
        Text.require(text, SHAPE, "clOrdId");
    }

    @Override
    public String toString() {
        return text;
    }
}
