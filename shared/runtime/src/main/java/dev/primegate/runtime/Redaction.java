package dev.primegate.runtime;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Takes secrets out of texts that leave this process: those that it holds, wherever they stand, and
 * what looks like one. Whoever reads a secret conceals it here; there is one such list in a
 * process, for a log has no container around it.
 */
public final class Redaction {
    static final String MASK = "***";

    /** Characters; shorter ones are words of every second line, and keep nobody out. */
    static final int SHORTEST = 8;

    /** Tokens come and go; of so many the first is long over. */
    static final int MOST = 1_024;

    private static final SequencedSet<String> HELD = new LinkedHashSet<>();
    private static volatile Needles held = new Needles(Set.of());

    private Redaction() {}

    /** From here on no text shows {@code secret}, nor as a URL or JSON would write it. */
    public static void conceal(String secret) {
        if (secret.length() < SHORTEST) {
            return;
        }
        synchronized (HELD) {
            boolean isNew = HELD.add(secret);
            isNew |= HELD.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
            isNew |= HELD.add(inJson(secret));
            if (isNew) {
                while (HELD.size() > MOST) {
                    HELD.removeFirst();
                }
                held = new Needles(HELD);
            }
        }
    }

    /** {@code text} without any secret, held here or not: for the log. */
    public static String redacted(String text) {
        return Shapes.masked(withoutHeld(text));
    }

    /** {@code text} without those that are held here: for what others say, before it is read. */
    public static String withoutHeld(String text) {
        return held.masked(text, MASK);
    }

    private static String inJson(String secret) {
        return secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
