package dev.primegate.order;

import java.util.regex.Pattern;

/** The shape of names that come from outside. */
final class Text {
    private Text() {}

    /** The message does not repeat the text, which may be long or hostile. */
    static void require(String text, String shape, String what) {
        if (!Pattern.matches(shape, text)) {
            throw new IllegalArgumentException(what + " does not match " + shape);
        }
    }
}
