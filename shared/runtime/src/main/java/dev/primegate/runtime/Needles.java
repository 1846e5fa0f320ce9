package dev.primegate.runtime;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Texts to be found in other texts, in whatever case they are written. One look at each character
 * finds where one of them may begin, however many they are.
 */
final class Needles {
    /** How many characters tell where one may begin; none is shorter. */
    static final int HEAD = 3;

    private static final int HEADS = 1 << 14;

    private final BitSet heads = new BitSet(HEADS);
    private final List<String> longestFirst;

    Needles(Collection<String> needles) {
        this.longestFirst =
                needles.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
        longestFirst.forEach(needle -> heads.set(head(needle, 0)));
    }

    boolean areIn(String text) {
        return next(text, 0).isAnyThere();
    }

    /** The text with {@code mask} for each of them; itself if none is there. */
    String masked(String text, String mask) {
        List<Found> all = new ArrayList<>();
        for (Found found = next(text, 0); found.isAnyThere(); found = next(text, found.end())) {
            all.add(found);
        }
        if (all.isEmpty()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text.length());
        int from = 0;
        for (Found found : all) {
            masked.append(text, from, found.begin()).append(mask);
            from = found.end();
        }
        return masked.append(text, from, text.length()).toString();
    }

    private Found next(String text, int from) {
        for (int at = from; at + HEAD <= text.length(); at++) {
            if (heads.get(head(text, at))) {
                int length = lengthAt(text, at);
                if (length > 0) {
                    return new Found(at, at + length);
                }
            }
        }
        return Found.NOTHING;
    }

    private int lengthAt(String text, int at) {
        for (String needle : longestFirst) {
            if (text.regionMatches(true, at, needle, 0, needle.length())) {
                return needle.length();
            }
        }
        return 0;
    }

    /** The same for a letter in either case. */
    private static int head(String text, int at) {
        int head = 0;
        for (int i = 0; i < HEAD; i++) {
            head = head * 31 + Character.toLowerCase(Character.toUpperCase(text.charAt(at + i)));
        }
        return head & (HEADS - 1);
    }

    private record Found(int begin, int end) {
        static final Found NOTHING = new Found(-1, -1);

        boolean isAnyThere() {
            return begin >= 0;
        }
    }
}
