package dev.primegate.submit;

import dev.primegate.order.ExecInst;
import dev.primegate.order.OrderTerms;
import dev.primegate.order.Side;
import dev.primegate.order.TimeInForce;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a submission, for the API's description only; {@link OrderDocument} reads it. */
@Schema(name = "NewOrder", additionalProperties = Schema.False.class)
record OrderRequest(
        @Schema(required = true, examples = "demo") String account,
        @Schema(
                        description = "Unique in the account; or send Idempotency-Key instead",
                        examples = "my-order-1")
                @Nullable String clOrdId,
        @Schema(required = true, examples = "BTC-USD") String symbol,
        @Schema(required = true) Side side,
        @Schema(required = true) OrderTerms.OrdType ordType,
        @Schema(required = true) TimeInForce timeInForce,
        @Schema(description = "Decimal string; this or cashOrderQty", examples = "0.01")
                @Nullable String orderQty,
        @Schema(description = "Decimal string, in the quote asset") @Nullable String cashOrderQty,
        @Schema(
                        description =
                                "Decimal string; on LIMIT, STOP_LIMIT and PREVIOUSLY_QUOTED, there"
                                        + " what was quoted",
                        examples = "60000")
                @Nullable String price,
        @Schema(description = "Decimal string; on STOP and STOP_LIMIT") @Nullable String stopPx,
        @Schema(description = "Basis points; on MARKET and STOP", minimum = "1", maximum = "10000")
                @Nullable Integer maxSlippageBps,
        @Schema(description = "On PREVIOUSLY_QUOTED: the quote that is taken")
                @Nullable String quoteId,
        @Nullable Instant effectiveTime,
        @Schema(description = "With timeInForce GTD") @Nullable Instant expireTime,
        OrderTerms.Strategy.@Nullable Target targetStrategy,
        @Schema(description = "Decimal string above 0, at most 1; with targetStrategy")
                @Nullable String participationRate,
        @Nullable ExecInst execInst,
        @Nullable String locateId,
        @Schema(description = "ISO 10383 market code") @Nullable String exDestination,
        @Schema(required = true, examples = "delta-one") String desk,
        @Schema(required = true, examples = "jane") String trader,
        @Nullable String text) {}
