package dev.primegate.submit;

import dev.primegate.order.Side;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a quote request, for the API's description only; {@link QuoteDocument} reads it. */
@Schema(name = "QuoteRequest", additionalProperties = Schema.False.class)
record QuoteAsk(
        @Schema(required = true, examples = "demo") String account,
        @Schema(required = true, examples = "my-quote-1") String quoteReqId,
        @Schema(required = true, examples = "BTC-USD") String symbol,
        @Schema(description = "Absent for both sides") @Nullable Side side,
        @Schema(description = "Decimal string; this or cashOrderQty", examples = "0.01")
                @Nullable String orderQty,
        @Schema(description = "Decimal string, in the quote asset") @Nullable String cashOrderQty,
        @Schema(
                        description =
                                "Which broker to ask; without it the one an order would go to",
                        examples = "falconx")
                @Nullable String broker) {}
