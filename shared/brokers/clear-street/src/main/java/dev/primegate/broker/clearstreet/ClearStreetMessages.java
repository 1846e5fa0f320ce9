package dev.primegate.broker.clearstreet;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clear Street's messages, field for field in its words; amounts as the text they came in. */
@RegisterForReflection
final class ClearStreetMessages {
    private ClearStreetMessages() {}

    @RegisterForReflection
    record OrderCreated(@Nullable String orderId) {}

    /** One result for each order of a bulk, in their order. */
    @RegisterForReflection
    record OrdersCreated(
            @Nullable Integer submitted, @Nullable Integer rejected, @Nullable List<Result> data) {}

    @RegisterForReflection
    record Result(@Nullable Boolean submitted, @Nullable String orderId, @Nullable String reason) {}

    /** The ids of orders whose end was attempted. */
    @RegisterForReflection
    record Cancelled(@Nullable List<String> data) {}

    /** An error as RFC 9457 has it. */
    @RegisterForReflection
    record Problem(@Nullable String title, @Nullable Integer status, @Nullable String detail) {}

    @RegisterForReflection
    record Order(
            @Nullable Long updatedAt,
            @Nullable String orderId,
            @Nullable String referenceId,
            @Nullable Long version,
            @Nullable String state,
            @Nullable String status,
            @Nullable String symbol,
            @Nullable String timeInForce,
            @Nullable String filledQuantity,
            @Nullable String text) {}

    @RegisterForReflection
    record OneOrder(@Nullable Order order) {}

    @RegisterForReflection
    record Orders(@Nullable List<Order> data, @Nullable String nextPageToken) {}

    @RegisterForReflection
    record Trade(
            @Nullable Long createdAt,
            @Nullable String tradeId,
            @Nullable String orderId,
            @Nullable String symbol,
            @Nullable String side,
            @Nullable String quantity,
            @Nullable String price,
            @Nullable String runningPosition) {}

    @RegisterForReflection
    record Trades(@Nullable List<Trade> data, @Nullable String nextPageToken) {}

    @RegisterForReflection
    record Position(
            @Nullable String symbol, @Nullable String quantity, @Nullable String averageCost) {}

    @RegisterForReflection
    record Positions(@Nullable List<Position> data, @Nullable String nextPageToken) {}

    @RegisterForReflection
    record Holding(
            @Nullable String symbol, @Nullable String assetClass, @Nullable String quantity) {}

    @RegisterForReflection
    record Holdings(@Nullable List<Holding> data) {}

    /** By Regulation T or by portfolio: what both have. Its excess is misspelled in one of them. */
    @RegisterForReflection
    record Margin(
            @Nullable Long timestamp,
            @Nullable String effectiveRequirement,
            @JsonAlias("effecive_excess") @Nullable String effectiveExcess,
            @Nullable String houseRequirement,
            @Nullable String houseExcess,
            @Nullable String exchangeRequirement,
            @JsonAlias("exchange_deficit") @Nullable String exchangeExcess) {}

    @RegisterForReflection
    record Instrument(@Nullable String assetClass) {}

    @RegisterForReflection
    record Locate(
            @Nullable String locateOrderId,
            @Nullable String symbol,
            @Nullable String status,
            @Nullable String requestedQuantity,
            @Nullable String locateId,
            @Nullable String locatedQuantity,
            @Nullable String borrowRate,
            @Nullable Long expiresAt) {}

    /** What every message of the feed has. */
    @RegisterForReflection
    record Envelope(@Nullable Long timestamp, @Nullable Long sequence, @Nullable Head payload) {}

    /** What every payload has. */
    @RegisterForReflection
    record Head(@Nullable String type, @Nullable String message) {}

    @RegisterForReflection
    record OrderUpdate(@Nullable Order payload) {}

    @RegisterForReflection
    record TradeNotice(@Nullable Trade payload) {}
}
