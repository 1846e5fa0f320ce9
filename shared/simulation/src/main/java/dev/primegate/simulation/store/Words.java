package dev.primegate.simulation.store;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an expression, taken one after the other. */
final class Words {
    private static final Pattern WORD = Pattern.compile("\\s*([:#]?\\w+|<=|>=|<>|[=<>(),])");

    private final List<String> words = new ArrayList<>();
    private int next;

    Words(String expression) {
        Matcher matcher = WORD.matcher(expression);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            words.add(matcher.group(1));
            end = matcher.end();
        }
        if (!expression.substring(end).isBlank()) {
            throw new IllegalArgumentException("cannot read: " + expression);
        }
    }

    boolean isOver() {
        return next == words.size();
    }

    boolean isNext(String word) {
        return !isOver() && words.get(next).equalsIgnoreCase(word);
    }

    /** Takes {@code word} if it comes next. */
    boolean take(String word) {
        boolean there = isNext(word);
        if (there) {
            next++;
        }
        return there;
    }

    String take() {
        if (isOver()) {
            throw new IllegalArgumentException("it ends too soon: " + words);
        }
        return words.get(next++);
    }

    void expect(String word) {
        if (!take(word)) {
            throw new IllegalArgumentException("expected " + word + " in " + words);
        }
    }
}
