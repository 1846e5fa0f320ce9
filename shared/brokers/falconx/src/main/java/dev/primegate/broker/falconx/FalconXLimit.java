package dev.primegate.broker.falconx;

import dev.primegate.broker.Fetched;
import dev.primegate.broker.Product;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.broker.kit.Replies;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the configured rate against the one that FalconX tells: it is the only broker whose limit
 * can be asked for. If we may call more often than it lets us, somebody must know before it does.
 */
@Singleton
class FalconXLimit {
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    private final FalconXCalls calls;

    FalconXLimit(FalconXCalls calls) {
        this.calls = calls;
    }

    /** Nothing is wrong, or a failed question: whoever asked tells a person. */
    Fetched<List<Product>> check() {
        return switch (Replies.one(calls.rateLimit(), FalconXMessages.RateLimit.class)) {
            case Fetched.Failed<FalconXMessages.RateLimit>(String why) -> new Fetched.Failed<>(why);
            case Fetched.Whole<FalconXMessages.RateLimit>(var told, Instant at) -> {
                try {
                    yield complaint(told.numQuotesLimit(), calls.rate().perSecond())
                            .<Fetched<List<Product>>>map(Fetched.Failed::new)
                            .orElseGet(() -> new Fetched.Whole<>(List.of(), at));
                } catch (UnreadableException e) {
                    yield new Fetched.Failed<>(String.valueOf(e.getMessage()));
                }
            }
        };
    }

    /** The tightest of its limits, if it is below ours; each may be unlimited. */
    static Optional<String> complaint(FalconXMessages.@Nullable Quotes limits, int ours) {
        if (limits == null) {
            throw new UnreadableException("a rate limit without num_quotes_limit", null);
        }
        return tooLow("second", limits.perSecond(), 1, ours)
                .or(() -> tooLow("minute", limits.perMinute(), MINUTE, ours))
                .or(() -> tooLow("hour", limits.perHour(), HOUR, ours));
    }

    private static Optional<String> tooLow(
            String unit, @Nullable String limit, int seconds, int ours) {
        if (limit == null) {
            return Optional.empty();
        }
        BigDecimal told;
        try {
            told = new BigDecimal(limit);
        } catch (NumberFormatException e) {
            throw new UnreadableException("not a rate limit: " + limit, e);
        }
        // Down: whoever reads it should not configure more.
        BigDecimal perSecond = told.divide(BigDecimal.valueOf(seconds), 3, RoundingMode.DOWN);
        return perSecond.compareTo(BigDecimal.valueOf(ours)) < 0
                ? Optional.of(
                        "it allows %s quotes a %s, and we are set to %d calls a second"
                                .formatted(limit, unit, ours))
                : Optional.empty();
    }
}
