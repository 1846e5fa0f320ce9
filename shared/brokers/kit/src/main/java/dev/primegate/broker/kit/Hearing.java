package dev.primegate.broker.kit;

import java.time.Instant;

/** Learns from what came back from brokers. It must not delay the answer for long. */
public interface Hearing {
    /**
     * Hears one answer, whatever it is.
     *
     * @param begun when the call was begun
     * @param heard when the answer was there
     */
    void heard(Line line, Instant begun, Instant heard, Answer answer);
}
