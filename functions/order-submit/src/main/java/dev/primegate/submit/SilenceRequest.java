package dev.primegate.submit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * The body of {@code POST /v1/silences}.
 *
 * @param match as {@code rule=order-rejected} or {@code broker=~clear.*}; all must match
 * @param reason why, in 1 to 200 characters
 * @param until when it ends by itself, at most seven days from now
 */
@RegisterForReflection
public record SilenceRequest(List<String> match, String reason, Instant until) {}
