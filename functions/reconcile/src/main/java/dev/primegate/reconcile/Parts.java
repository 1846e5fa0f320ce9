package dev.primegate.reconcile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.primegate.comparison.Part;
import dev.primegate.statement.TradeLine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Into how many parts each account's day is cut, and what is done with them.
 *
 * @param at when the run began that all parts are of: each is of the books as they were then, since
 *     trading goes on while they are compared
 * @param of how many parts there are
 * @param part the one that is sifted; none gathers what all of them left
 */
@RegisterForReflection
public record Parts(Instant at, int of, Optional<Part> part) {
    public Parts {
        if (of < 1) {
            throw new IllegalArgumentException("parts: expected one or more, found " + of);
        }
    }

    @JsonCreator
    static Parts of(
            @JsonProperty(value = "at", required = true) String at,
            @JsonProperty(value = "of", required = true) int of,
            @JsonProperty("index") @Nullable Integer index) {
        return new Parts(
                Instant.parse(at), of, Optional.ofNullable(index).map(i -> new Part(i, of)));
    }

    /** Whether this row is of the books as they were then, and in the part if there is one. */
    boolean has(TradeLine line) {
        return line.days().time().map(at::isAfter).orElse(true)
                && part.map(one -> one.has(line)).orElse(true);
    }

    @Override
    public String toString() {
        return part.map(one -> "part %d/%d".formatted(one.index(), of)).orElse("parts of " + of);
    }
}
