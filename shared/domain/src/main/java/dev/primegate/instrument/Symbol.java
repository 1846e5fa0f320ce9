package dev.primegate.instrument;

import java.util.regex.Pattern;

/** Our one name of an instrument, such as {@code BTC-USD}; FIX tag 55. */
public record Symbol(String text) implements Comparable<Symbol> {
    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9.]{1,20}(-[A-Z0-9]{1,20})?");

    public Symbol {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a symbol: " + text);
        }
    }

    @Override
    public int compareTo(Symbol other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
