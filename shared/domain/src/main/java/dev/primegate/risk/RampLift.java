package dev.primegate.risk;

import java.time.Instant;

/**
 * That an account need not trade small any longer.
 *
 * @param cleanDays so many days without a break or a breach, as the approver claims
 */
public record RampLift(int cleanDays, String approvedBy, Instant at) {}
