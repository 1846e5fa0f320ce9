package dev.primegate.runtime;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was thrown, in words without secrets; a log shows it as it would the original. */
@SuppressWarnings("OverrideThrowableToString") // The original's class is among its words.
final class Unspoken extends Throwable {
    private static final long serialVersionUID = 1;

    private final String words;

    private Unspoken(Throwable thrown, Set<Throwable> seen) {
        super(
                thrown.getMessage() == null ? null : Redaction.redacted(thrown.getMessage()),
                unspoken(thrown.getCause(), seen));
        this.words = Redaction.redacted(thrown.toString());
        setStackTrace(thrown.getStackTrace());
        for (Throwable suppressed : thrown.getSuppressed()) {
            Throwable kept = unspoken(suppressed, seen);
            if (kept != null) {
                addSuppressed(kept);
            }
        }
    }

    /** {@code thrown} itself if no word of it, or of what is within, need be hidden. */
    static Throwable of(Throwable thrown) {
        return all(thrown).stream().anyMatch(Unspoken::isSecretIn)
                ? new Unspoken(thrown, among(thrown))
                : thrown;
    }

    /** None for what was seen before: a chain may lead back to itself. */
    private static @Nullable Throwable unspoken(@Nullable Throwable thrown, Set<Throwable> seen) {
        return thrown == null || !seen.add(thrown) ? null : new Unspoken(thrown, seen);
    }

    private static Set<Throwable> all(Throwable thrown) {
        Set<Throwable> all = among(thrown);
        Deque<Throwable> rest = new ArrayDeque<>(all);
        while (!rest.isEmpty()) {
            Throwable next = rest.removeFirst();
            Stream.concat(Stream.ofNullable(next.getCause()), Stream.of(next.getSuppressed()))
                    .filter(all::add)
                    .forEach(rest::add);
        }
        return all;
    }

    private static Set<Throwable> among(Throwable thrown) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        all.add(thrown);
        return all;
    }

    private static boolean isSecretIn(Throwable thrown) {
        String words = thrown + "\n" + thrown.getMessage();
        return !Redaction.redacted(words).equals(words);
    }

    @Override
    public String toString() {
        return words;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this; // It has the original's.
    }
}
