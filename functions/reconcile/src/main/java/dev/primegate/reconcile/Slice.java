package dev.primegate.reconcile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.primegate.broker.AccountRecord;
import dev.primegate.instrument.BrokerId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One broker's books of every {@code of}-th account. The slices of a broker have each account once,
 * whatever other accounts there are.
 *
 * @param index from 0 to {@code of}, exclusive
 * @param parts how each account's day is cut once more; none compares it at once
 */
@RegisterForReflection
public record Slice(String broker, int index, int of, Optional<Parts> parts) {
    public Slice {
        if (of < 1 || index < 0 || index >= of) {
            throw new IllegalArgumentException(
                    "slice: expected 0 <= index < of, found %d of %d".formatted(index, of));
        }
    }

    @JsonCreator
    static Slice of(
            @JsonProperty(value = "broker", required = true) String broker,
            @JsonProperty(value = "index", required = true) int index,
            @JsonProperty(value = "of", required = true) int of,
            @JsonProperty("parts") @Nullable Parts parts) {
        return new Slice(broker, index, of, Optional.ofNullable(parts));
    }

    boolean has(BrokerId other) {
        return broker.equals(other.name());
    }

    /** By the account's names, whose hash Java fixes. */
    boolean has(AccountRecord account) {
        String name = account.tenant().name() + "/" + account.account().name();
        return Math.floorMod(name.hashCode(), of) == index;
    }

    @Override
    public String toString() {
        String accounts = "%s/%d/%d".formatted(broker, index, of);
        return parts.map(cut -> accounts + " " + cut).orElse(accounts);
    }
}
