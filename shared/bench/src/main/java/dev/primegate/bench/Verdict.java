package dev.primegate.bench;

import java.util.Optional;

/**
 * What a run says.
 *
 * @param complaint what is not as good as it has to be; empty where nothing is asked for
 */
record Verdict(String text, Optional<String> complaint) {
    /** The status of a process whose run is not. */
    static final int WORSE = 3;

    static Verdict of(String text) {
        return new Verdict(text, Optional.empty());
    }

    static Verdict of(String text, boolean isGood, String complaint) {
        return new Verdict(text, isGood ? Optional.empty() : Optional.of(complaint));
    }
}
