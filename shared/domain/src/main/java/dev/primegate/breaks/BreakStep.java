package dev.primegate.breaks;

import java.time.Instant;

/** What somebody does with a break. */
public sealed interface BreakStep {
    /** Who; a run names itself. */
    String by();

    Instant at();

    /** {@code by} looks into it from now on, whoever did before. */
    record Take(String by, Instant at) implements BreakStep {}

    /** It is understood, and may stay. */
    record Explain(String by, Instant at, Reason reason, String evidence) implements BreakStep {}

    /** It is done with. */
    record Close(String by, Instant at, Reason reason, String evidence) implements BreakStep {}

    /** Somebody doubts that it is done with. */
    record Reopen(String by, Instant at, String why) implements BreakStep {}
}
