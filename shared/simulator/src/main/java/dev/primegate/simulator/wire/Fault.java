package dev.primegate.simulator.wire;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with one new order.
 *
 * @param reason what the broker says, where it says something
 * @param retryAfter the header of a {@link Kind#THROTTLE}, as it stands; none without
 */
public record Fault(Kind kind, String reason, @Nullable String retryAfter, Duration delay) {
    /** Everything that can go wrong, and how the control API spells it. */
    public enum Kind {
        CUT_AFTER_ACCEPT("cutAfterAccept"),
        CUT_BEFORE_ACCEPT("cutBeforeAccept"),
        ERROR_AFTER_ACCEPT("errorAfterAccept"),
        ERROR_BEFORE_ACCEPT("errorBeforeAccept"),
        REJECT("reject"),
        FAIL_LATER("failLater"),
        THROTTLE("throttle"),
        DELAY_AFTER_ACCEPT("delayAfterAccept"),
        HTML_AFTER_ACCEPT("htmlAfterAccept"),
        HALF_BODY_AFTER_ACCEPT("halfBodyAfterAccept"),
        TIMED_OUT_AFTER_ACCEPT("timedOutAfterAccept");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
        }
    }

    /** A fault with the usual details. */
    public static Fault of(Kind kind) {
        return new Fault(kind, "simulated refusal", null, Duration.ofSeconds(2));
    }
}
