package dev.primegate.risk;

import dev.primegate.audit.Act;
import dev.primegate.audit.Trail;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A step that somebody took with a halt, for the record. */
public record HaltNote(Instant at, HaltScope scope, Step step, String by, String reason) {
    /** The same, for the trail of the tenant whose account it is, or else of the house. */
    public Act act() {
        return new Act(
                scope.tenant().map(Trail::of).orElse(Trail.HOUSE),
                at,
                by,
                step.name(),
                new TreeMap<>(Map.of("scope", scope.text(), "reason", reason)));
    }

    /** The steps there are. */
    public enum Step {
        HALTED,
        REDUCING,
        RESUME_ASKED,
        RESUMED;

        public static Step of(TradingState state) {
            return switch (state) {
                case HALTED -> HALTED;
                case REDUCING -> REDUCING;
                case ACTIVE -> RESUMED;
            };
        }
    }
}
