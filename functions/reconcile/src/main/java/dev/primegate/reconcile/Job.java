package dev.primegate.reconcile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a schedule asks for: {@code {"job": "orders"}}. A large day of trades is asked for in
 * slices, {@code {"job": "trades", "slice": {"broker": "clear-street", "index": 0, "of": 8}}}, and
 * then {@code {"job": "trades", "sliced": true}}. A slice may be asked for part by part, with
 * {@code "parts": {"at": "2026-11-20T06:00:00Z", "of": 4, "index": 0}} in it, and then without the
 * index, which gathers the parts.
 *
 * @param slice the part of it that this run does; none for all of it
 * @param sliced whether every slice of it has ended well, so that only this is to be noted
 */
public record Job(Kind job, Optional<Slice> slice, boolean sliced) {
    public Job {
        boolean part = slice.isPresent() || sliced;
        if ((part && job != Kind.TRADES) || (slice.isPresent() && sliced)) {
            throw new IllegalArgumentException(
                    "job: only trades come in slices, which end when all of them have");
        }
    }

    @JsonCreator
    static Job of(
            @JsonProperty(value = "job", required = true) Kind job,
            @JsonProperty("slice") @Nullable Slice slice,
            @JsonProperty("sliced") boolean sliced) {
        return new Job(job, Optional.ofNullable(slice), sliced);
    }

    static Job of(Kind job) {
        return new Job(job, Optional.empty(), false);
    }

    /** The jobs there are, and within how long one of each must have ended well. */
    public enum Kind {
        /**
         * Asks for margin, looks up the orders that are due, tries again the news that waits. Each
         * minute, and one run may last five.
         */
        @JsonProperty("orders")
        ORDERS(Duration.ofMinutes(7)),
        /** Compares the instruments the brokers offer with the symbol master; daily. */
        @JsonProperty("products")
        PRODUCTS(Duration.ofHours(24).plusMinutes(16)),
        /** Compares brokers' trades of the last days with ours; hourly. */
        @JsonProperty("trades")
        TRADES(Duration.ofMinutes(66)),
        /** Compares what brokers' files say of the ends of the last days with our tape; hourly. */
        @JsonProperty("positions")
        POSITIONS(Duration.ofMinutes(66)),
        /** Compares what brokers hold now with our positions, and acts by the drift rule. */
        @JsonProperty("drift")
        DRIFT(Duration.ofMinutes(16)),
        /** Compares what brokers say moved on chains with the chains that are configured. */
        @JsonProperty("chain")
        CHAIN(Duration.ofMinutes(66)),
        /** Tries whether the comparison of trades still finds each kind of break; daily. */
        @JsonProperty("rehearsal")
        REHEARSAL(Duration.ofHours(24).plusMinutes(16)),
        /** Keeps the prices a day ended with, and writes the reports of such days; hourly. */
        @JsonProperty("reports")
        REPORTS(Duration.ofMinutes(66)),
        /** Looks for what no event tells of; nobody looks for itself. */
        @JsonProperty("watch")
        WATCH(Duration.ofMinutes(7));

        private final Duration longest;

        Kind(Duration longest) {
            this.longest = longest;
        }

        /** As a schedule names it. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        Duration longest() {
            return longest;
        }
    }
}
