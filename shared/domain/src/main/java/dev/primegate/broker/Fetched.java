package dev.primegate.broker;

import java.time.Instant;

/**
 * An answer to a question, or the reason why there is none. A failed question is never "nothing".
 */
public sealed interface Fetched<T> {
    /**
     * The whole answer.
     *
     * @param askedAt the broker's own clock before the question was put, in whole seconds
     */
    record Whole<T>(T value, Instant askedAt) implements Fetched<T> {}

    record Failed<T>(String why) implements Fetched<T> {}
}
