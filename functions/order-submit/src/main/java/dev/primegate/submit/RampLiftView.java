package dev.primegate.submit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** The lift of the ramp that stands. */
@RegisterForReflection
public record RampLiftView(int cleanDays, String approvedBy, Instant at) {}
