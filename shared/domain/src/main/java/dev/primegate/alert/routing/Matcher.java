package dev.primegate.alert.routing;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A condition on one label, written {@code name=value}, {@code name!=value}, {@code name=~regex} or
 * {@code name!~regex}; a regex must match the whole value.
 */
public record Matcher(String label, Operator operator, String value) {
    private static final Pattern FORM =
            Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_]*)\\s*(=~|!~|!=|=)\\s*(.*?)\\s*");

    /** How the value is compared. */
    public enum Operator {
        EQUAL("="),
        UNEQUAL("!="),
        LIKE("=~"),
        UNLIKE("!~");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        private static Operator of(String sign) {
            for (Operator operator : values()) {
                if (operator.sign.equals(sign)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException("no operator: " + sign);
        }

        private boolean isPattern() {
            return this == LIKE || this == UNLIKE;
        }
    }

    /**
     * Checks a pattern once, when it is read.
     *
     * @throws IllegalArgumentException if {@code value} should be a regular expression and is not
     */
    public Matcher {
        if (operator.isPattern()) {
            try {
                var _ = Pattern.compile(value);
            } catch (PatternSyntaxException e) {
                throw new IllegalArgumentException(
                        "%s%s%s: %s".formatted(label, operator.sign, value, e.getDescription()), e);
            }
        }
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is not of the form above
     */
    public static Matcher parse(String text) {
        java.util.regex.Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "expected name=value, name!=value, name=~regex or name!~regex, found: " + text);
        }
        return new Matcher(form.group(1), Operator.of(form.group(2)), form.group(3));
    }

    public boolean matches(Labels labels) {
        String actual = labels.get(label);
        return switch (operator) {
            case EQUAL -> actual.equals(value);
            case UNEQUAL -> !actual.equals(value);
            case LIKE -> Pattern.matches(value, actual);
            case UNLIKE -> !Pattern.matches(value, actual);
        };
    }

    static boolean all(Collection<Matcher> matchers, Labels labels) {
        return matchers.stream().allMatch(matcher -> matcher.matches(labels));
    }

    @Override
    public String toString() {
        return label + operator.sign + value;
    }
}
