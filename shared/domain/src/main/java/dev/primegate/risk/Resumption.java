package dev.primegate.risk;

import java.time.Instant;

/** What became of the wish to resume. */
public sealed interface Resumption {
    /** Written down; another person must ask for the same before {@code until}. */
    record Asked(Instant until) implements Resumption {}

    /** This person has asked already; another must. */
    record SecondPersonNeeded(String askedBy, Instant until) implements Resumption {}

    /** The scope is active; other scopes may still cover its orders. */
    record Resumed() implements Resumption {}
}
