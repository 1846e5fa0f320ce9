package dev.primegate.watch;

import java.time.Instant;

/**
 * That somebody wants a job run before its time.
 *
 * @param by who
 * @param at when they said so: a run that began before may not have seen what they want compared
 */
public record JobAsk(AskedJob job, String by, Instant at) {}
