package dev.primegate.order;

import dev.primegate.instrument.BrokerId;
import java.util.regex.Pattern;

/**
 * The id of a broker's quote; FIX tag 117. It begins with the broker's name, so that an order that
 * takes the quote finds its way by itself: {@code falconx:00c884b056f949338788dfb59e495377}.
 *
 * @param id the broker's own id of it
 */
public record QuoteId(BrokerId broker, String id) {
    private static final String SEPARATOR = ":";
    private static final Pattern SHAPE =
            Pattern.compile("[a-z][a-z0-9-]{1,30}:[A-Za-z0-9_-]{1,64}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public QuoteId {
        Text.require(id, ID, "quoteId");
    }

    /** Reads what {@link #text} writes. */
    public static QuoteId of(String text) {
        Text.require(text, SHAPE, "quoteId");
        String[] parts = text.split(SEPARATOR, 2);
        return new QuoteId(new BrokerId(parts[0]), parts[1]);
    }

    /** Whether {@code text} has the shape of an id. */
    public static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    public String text() {
        return broker + SEPARATOR + id;
    }

    @Override
    public String toString() {
        return text();
    }
}
