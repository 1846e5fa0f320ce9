package dev.primegate.telemetry;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where something belongs, as <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
 * writes it.
 *
 * @param id of all that one request caused, everywhere
 * @param span of this part of it
 * @param sampled whether who called keeps it
 */
public record Trace(String id, String span, boolean sampled) {
    /** The header's name. */
    public static final String HEADER = "traceparent";

    private static final Pattern ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final Pattern SPAN = Pattern.compile("(?!0{16})[0-9a-f]{16}");

    /** Of a later version we read what it has in common with this one. */
    private static final Pattern PARENT =
            Pattern.compile(
                    "(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    private static final int LONGEST = 512;

    public Trace {
        if (!ID.matcher(id).matches() || !SPAN.matcher(span).matches()) {
            throw new IllegalArgumentException("not of a trace: %s-%s".formatted(id, span));
        }
    }

    /** Begins one. */
    public static Trace begin(RandomGenerator random) {
        return new Trace(hex(random) + hex(random), hex(random), true);
    }

    /** What the header says; empty if it says nothing that can be trusted to be of one trace. */
    public static Optional<Trace> parse(String header) {
        if (header.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher parent = PARENT.matcher(header);
        if (!parent.matches()) {
            return Optional.empty();
        }
        String id = parent.group(2);
        String span = parent.group(3);
        boolean lawful =
                ID.matcher(id).matches()
                        && SPAN.matcher(span).matches()
                        && (parent.group(5) == null || !parent.group(1).equals("00"));
        boolean sampled = (Integer.parseInt(parent.group(4), 16) & 1) == 1;
        return lawful ? Optional.of(new Trace(id, span, sampled)) : Optional.empty();
    }

    /** A part of this one. */
    public Trace child(RandomGenerator random) {
        return new Trace(id, hex(random), sampled);
    }

    /** The header's value. */
    public String header() {
        return "00-%s-%s-%s".formatted(id, span, sampled ? "01" : "00");
    }

    private static String hex(RandomGenerator random) {
        long bits = random.nextLong();
        return "%016x".formatted(bits == 0 ? 1 : bits);
    }
}
