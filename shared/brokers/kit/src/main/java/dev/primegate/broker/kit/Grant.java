package dev.primegate.broker.kit;

import java.time.Duration;

/** What came of asking a broker for a token. */
public sealed interface Grant {
    /** A token that holds for {@code life}. */
    record Given(String token, Duration life) implements Grant {
        @Override
        public String toString() {
            return "Given[***]";
        }
    }

    record Denied(String why) implements Grant {}
}
