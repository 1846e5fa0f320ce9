package dev.primegate.broker.falconx;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * FalconX's messages, field for field in its words; amounts as the text they came in, whether it
 * made them strings or numbers. Who the trader is ({@code trader_email}) is left where it is.
 */
@RegisterForReflection
final class FalconXMessages {
    private FalconXMessages() {}

    /** A quote, an order, and what became of either: one object for all of it. */
    @RegisterForReflection
    record Quote(
            @Nullable String status,
            @Nullable String fxQuoteId,
            @Nullable String buyPrice,
            @Nullable String sellPrice,
            @Nullable TokenPair tokenPair,
            @Nullable Token quantityRequested,
            @Nullable String sideRequested,
            @Nullable String tQuote,
            @Nullable String tExpiry,
            @Nullable Boolean isFilled,
            @Nullable String sideExecuted,
            @Nullable String priceExecuted,
            @Nullable String tExecute,
            @Nullable String grossFeeUsd,
            @Nullable String rebateUsd,
            @Nullable String feeUsd,
            @Nullable String clientOrderId,
            @Nullable Problem error) {}

    @RegisterForReflection
    record TokenPair(@Nullable String baseToken, @Nullable String quoteToken) {}

    @RegisterForReflection
    record Token(@Nullable String token, @Nullable String value) {}

    @RegisterForReflection
    record Problem(@Nullable String code, @Nullable String reason) {}

    /** What comes instead; one of the two. */
    @RegisterForReflection
    record Failure(@Nullable Problem error, @Nullable String message) {}

    @RegisterForReflection
    record Balance(@Nullable String balance, @Nullable String token, @Nullable String platform) {}

    @RegisterForReflection
    record RateLimit(@Nullable Quotes numQuotesLimit) {}

    @RegisterForReflection
    record Quotes(
            @Nullable String perHour, @Nullable String perMinute, @Nullable String perSecond) {}

    /** What every message of the price stream has; its body is read only for prices. */
    @RegisterForReflection
    record Envelope(@Nullable String status, @Nullable String event, @Nullable String error) {}

    @RegisterForReflection
    record Stream(@Nullable List<Tick> body) {}

    @RegisterForReflection
    record Tick(
            @Nullable String baseToken,
            @Nullable String quoteToken,
            @Nullable String buyPrice,
            @Nullable String sellPrice) {}
}
