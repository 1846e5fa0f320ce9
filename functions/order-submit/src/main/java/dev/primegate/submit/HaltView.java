package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.primegate.risk.HaltCase;
import dev.primegate.risk.TradingState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a scope.
 *
 * @param by who gave the last halt
 * @param at when
 * @param sweepingUntil open orders are looked for and cancelled until then
 * @param resumeAskedBy who asked for a resume that somebody else must approve
 * @param resumeAskedUntil before then
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HaltView(
        String scope,
        TradingState state,
        String by,
        String reason,
        Instant at,
        @Nullable Instant sweepingUntil,
        @Nullable String resumeAskedBy,
        @Nullable String resumeReason,
        @Nullable Instant resumeAskedUntil) {

    static HaltView of(HaltCase halt) {
        HaltCase.@Nullable Asked asked = halt.asked().orElse(null);
        return new HaltView(
                halt.scope().text(),
                halt.state(),
                halt.last().by(),
                halt.last().reason(),
                halt.at(),
                halt.last().sweepUntil().orElse(null),
                asked == null ? null : asked.by(),
                asked == null ? null : asked.reason(),
                asked == null ? null : asked.until());
    }
}
