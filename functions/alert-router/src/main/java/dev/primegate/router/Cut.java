package dev.primegate.router;

/** Cuts text to what a destination takes. */
final class Cut {
    private static final String MORE = "…";

    private Cut() {}

    /**
     * {@code text}, or its beginning and a sign that there was more: {@code most} chars at most.
     */
    static String to(int most, String text) {
        return text.length() <= most ? text : head(most - MORE.length(), text) + MORE;
    }

    /** The first {@code most} chars of {@code text}, or one less: half a character is none. */
    static String head(int most, String text) {
        boolean half = Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, half ? most - 1 : most);
    }
}
