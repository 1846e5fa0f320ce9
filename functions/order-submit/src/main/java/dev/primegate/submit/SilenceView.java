package dev.primegate.submit;

import dev.primegate.alert.routing.Matcher;
import dev.primegate.alert.routing.Silence;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** Somebody's wish not to be told for a while. */
@RegisterForReflection
public record SilenceView(
        String id, List<String> match, String author, String reason, Instant from, Instant until) {
    static SilenceView of(Silence silence) {
        return new SilenceView(
                silence.id(),
                silence.match().stream().map(Matcher::toString).toList(),
                silence.author(),
                silence.reason(),
                silence.from(),
                silence.until());
    }
}
