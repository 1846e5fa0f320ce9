package dev.primegate.statement;

/** Somebody else's text, as much of it as may stand in a reason. */
final class Clip {
    private static final int LONGEST = 40;

    private Clip() {}

    static String of(String text) {
        String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
    }
}
