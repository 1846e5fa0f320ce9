package dev.primegate.order;

import java.util.regex.Pattern;

/** The shape of names that come from outside. */
final class Text {
    private Text() {}

    /** The message does not repeat the text, which may be long or hostile. */
    static void require(String text, Pattern shape, String what) {
        if (!shape.matcher(text).matches()) {
            throw new IllegalArgumentException(what + " does not match " + shape);
        }
    }
}
