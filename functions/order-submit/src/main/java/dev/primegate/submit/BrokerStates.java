package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.primegate.risk.TradingState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How every broker stands that orders can go to, by name. */
@RegisterForReflection
@Schema(name = "BrokerStates")
public record BrokerStates(List<View> brokers) {
    /**
     * A broker.
     *
     * @param live whether money is real there
     * @param health DOWN after failures in a row; HALF while it is tried
     * @param probeFrom when a broker that is down is tried next
     * @param trading the stricter of the halts of all and of this broker
     * @param rate how often it was called lately
     * @param feed how fresh its news is; absent where it has none
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BrokerState")
    public record View(
            String broker,
            boolean live,
            @Schema(enumeration = {"UP", "DOWN", "HALF"}) String health,
            @Nullable Instant probeFrom,
            TradingState trading,
            Rate rate,
            @Nullable Feed feed) {}

    /**
     * Calls taken of a rate limit.
     *
     * @param tier the limit's name
     * @param perSecond what it allows
     * @param from when the first step began
     * @param stepSeconds how long each step is
     * @param used calls in each step, oldest first
     */
    @RegisterForReflection
    @Schema(name = "RateUse")
    public record Rate(
            String tier, int perSecond, Instant from, int stepSeconds, List<Integer> used) {}

    /**
     * A stream of news.
     *
     * @param marketOpen whether it should not be silent now
     * @param heardAt of when the latest data is that it brought; absent if nobody ever read it
     * @param bookedUntil everything executed before is booked
     * @param isRead whether somebody holds it now
     * @param isSteady whether it brings data though nobody trades, so that silence is a fault
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FeedState")
    public record Feed(
            boolean marketOpen,
            @Nullable Instant heardAt,
            @Nullable Instant bookedUntil,
            boolean isRead,
            boolean isSteady) {}
}
