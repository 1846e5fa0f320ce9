package dev.primegate.runtime;

import java.time.Duration;

/** A failure that may pass, by an exception of whoever is retried. */
public interface Busy {
    /** How long the other side asks to be left alone; zero if it does not say. */
    Duration after();
}
