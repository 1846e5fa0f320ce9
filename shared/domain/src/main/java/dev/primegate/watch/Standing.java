package dev.primegate.watch;

import dev.primegate.alert.Alert;
import java.time.Instant;

/**
 * A trouble that people were told of, and that has not ended.
 *
 * @param rule as its alert named it; a later release may have no such rule
 */
public record Standing(String rule, String scope, Instant since) {
    /** What a person hears of its end. */
    public Alert ended(Instant at) {
        return Alert.resolve(
                rule, scope, since.toString(), "over: %s of %s".formatted(rule, scope), at);
    }

    /** Whether {@code trouble} is this one. */
    public boolean is(Trouble trouble) {
        return trouble.rule().id().equals(rule) && trouble.scope().equals(scope);
    }
}
