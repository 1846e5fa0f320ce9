package dev.primegate.broker.alpacabroker;

import java.util.Locale;

/**
 * What the stream says in comments, which most clients throw away: that it lives, or that it
 * dropped messages.
 */
final class AlpacaComments {
    private AlpacaComments() {}

    /**
     * Whether nothing is known to be missing after it. What is not known to be harmless is not:
     * wrong about that, we connect once more and read the same again.
     */
    static boolean isHarmless(String comment) {
        String text = comment.strip().toLowerCase(Locale.ROOT);
        return text.isEmpty() || text.equals("heartbeat") || text.startsWith("welcome");
    }
}
