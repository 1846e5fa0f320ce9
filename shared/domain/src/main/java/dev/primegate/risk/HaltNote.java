package dev.primegate.risk;

import java.time.Instant;

/** A step that somebody took with a halt, for the record. */
public record HaltNote(Instant at, HaltScope scope, Step step, String by, String reason) {
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
