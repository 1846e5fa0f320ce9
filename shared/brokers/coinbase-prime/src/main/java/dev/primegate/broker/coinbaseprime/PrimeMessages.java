package dev.primegate.broker.coinbaseprime;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prime's messages, field for field in its words; amounts as the text they came in. */
@RegisterForReflection
final class PrimeMessages {
    private PrimeMessages() {}

    @RegisterForReflection
    record OrderCreated(@Nullable String orderId) {}

    @RegisterForReflection
    record CancelAsked(@Nullable String id) {}

    @RegisterForReflection
    record Failure(@Nullable String message) {}

    @RegisterForReflection
    record Order(
            @Nullable String id,
            @Nullable String productId,
            @Nullable String side,
            @Nullable String clientOrderId,
            @Nullable String status,
            @Nullable String filledQuantity,
            @Nullable String createdAt,
            @Nullable String userContext) {}

    @RegisterForReflection
    record OneOrder(@Nullable Order order) {}

    @RegisterForReflection
    record Orders(@Nullable List<Order> orders, @Nullable Pagination pagination) {}

    @RegisterForReflection
    record Fill(
            @Nullable String id,
            @Nullable String orderId,
            @Nullable String productId,
            @Nullable String side,
            @Nullable String filledQuantity,
            @Nullable String price,
            @Nullable String time,
            @Nullable String commission) {}

    @RegisterForReflection
    record Fills(@Nullable List<Fill> fills, @Nullable Pagination pagination) {}

    /** When there is no next page the cursor is empty. */
    @RegisterForReflection
    record Pagination(
            @Nullable String nextCursor, @Nullable String sortDirection, boolean hasNext) {}

    @RegisterForReflection
    record Balances(@Nullable List<Balance> balances) {}

    @RegisterForReflection
    record Balance(@Nullable String symbol, @Nullable String amount, @Nullable String holds) {}

    @RegisterForReflection
    record Products(@Nullable List<Product> products, @Nullable Pagination pagination) {}

    @RegisterForReflection
    record Product(
            @Nullable String id,
            @Nullable String baseIncrement,
            @Nullable String priceIncrement,
            @Nullable String quoteIncrement,
            @Nullable String baseMinSize,
            @Nullable String baseMaxSize) {}

    @RegisterForReflection
    record Positions(@Nullable List<Position> positions, @Nullable Pagination pagination) {}

    @RegisterForReflection
    record Position(
            @Nullable String symbol,
            @JsonProperty("long") @Nullable String longQuantity,
            @JsonProperty("short") @Nullable String shortQuantity,
            @Nullable PositionReference positionReference) {}

    /** Whose position it is. */
    @RegisterForReflection
    record PositionReference(@Nullable String id, @Nullable String type) {}

    @RegisterForReflection
    record Transactions(
            @Nullable List<Transaction> transactions, @Nullable Pagination pagination) {}

    @RegisterForReflection
    record Transaction(
            @Nullable String id,
            @Nullable String type,
            @Nullable String status,
            @Nullable String symbol,
            @Nullable String createdAt,
            @Nullable String completedAt,
            @Nullable String amount,
            @Nullable String fees,
            @Nullable String feeSymbol,
            @Nullable String destinationSymbol,
            @Nullable List<String> blockchainIds,
            @Nullable Location transferTo,
            @Nullable OnchainDetails onchainDetails) {}

    /** Where something goes: {@code value} is an address only if {@code type} says so. */
    @RegisterForReflection
    record Location(@Nullable String type, @Nullable String value, @Nullable String address) {}

    @RegisterForReflection
    record OnchainDetails(
            @Nullable String replacedTransactionId, @Nullable String destinationAddress) {}

    @RegisterForReflection
    record Quote(
            @Nullable String quoteId,
            @Nullable String expirationTime,
            @Nullable String bestPrice) {}

    @RegisterForReflection
    record Preview(
            @Nullable String bestBid,
            @Nullable String bestAsk,
            @Nullable String averageFilledPrice,
            @Nullable String commission,
            @Nullable String orderTotal) {}

    @RegisterForReflection
    record CrossMargin(@Nullable MarginOverview overview) {}

    @RegisterForReflection
    record MarginOverview(
            @Nullable String controlStatus,
            @Nullable String callStatus,
            @Nullable String marginLevel,
            @Nullable MarginSummary marginSummary,
            @Nullable List<MarginCall> activeMarginCalls) {}

    /** The answer of the second version of cross margin: no calls, but a health and a time. */
    @RegisterForReflection
    record MarginOverviewV2(
            @Nullable String controlStatus,
            @Nullable String healthStatus,
            @Nullable String marginLevel,
            @Nullable String evaluatedAt,
            @Nullable MarginSummary marginSummary) {}

    /** In US dollars; less than is required is an excess below zero. */
    @RegisterForReflection
    record MarginSummary(
            @Nullable String marginRequirement, @Nullable String marginExcessShortfall) {}

    @RegisterForReflection
    record MarginCall(@Nullable String marginCallId) {}

    /** What every message of the feed has. */
    @RegisterForReflection
    record Envelope(
            @Nullable String channel,
            @Nullable String timestamp,
            @Nullable Long sequenceNum,
            @Nullable List<Event> events,
            @Nullable String type,
            @Nullable String message) {}

    /** An event of the {@code orders} or the {@code l2_data} channel. */
    @RegisterForReflection
    record Event(
            @Nullable String type,
            @Nullable String productId,
            @Nullable List<FeedOrder> orders,
            @Nullable List<Level> updates) {}

    /** An order as the feed tells it: without its fills. */
    @RegisterForReflection
    record FeedOrder(
            @Nullable String orderId,
            @Nullable String clientOrderId,
            @Nullable String cumQty,
            @Nullable String status,
            @Nullable String productId,
            @Nullable String side,
            @Nullable String userContext) {}

    /** One price level; a quantity of zero takes it away. */
    @RegisterForReflection
    record Level(
            @Nullable String side,
            @JsonAlias("price_level") @JsonProperty("px") @Nullable String price,
            @JsonAlias("new_quantity") @JsonProperty("qty") @Nullable String quantity) {}
}
