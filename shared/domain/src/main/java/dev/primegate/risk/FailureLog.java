package dev.primegate.risk;

import java.time.Instant;

/** Counts what failed though nobody had provided for it, so that too much of it stops trading. */
public interface FailureLog {
    void record(Instant at);

    /** How many failed since then, to the minute: those of its whole minute count. */
    long countSince(Instant from, Instant now);
}
