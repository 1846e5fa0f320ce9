package dev.primegate.broker;

import java.time.Instant;

/** A rate budget's answer. */
public sealed interface Turn {
    /** One call may be made. */
    record Granted() implements Turn {}

    /** This window is spent for calls of that kind; the next begins then. */
    record Spent(Instant again) implements Turn {}

    /** The broker has asked to be left alone until then. */
    record Paused(Instant until) implements Turn {}
}
