package dev.primegate.broker.alpacabroker;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Alpaca's messages, field for field in its words; amounts as the text they came in. */
@RegisterForReflection
final class AlpacaMessages {
    private AlpacaMessages() {}

    @RegisterForReflection
    record Order(
            @Nullable String id,
            @Nullable String clientOrderId,
            @Nullable String submittedAt,
            @Nullable String updatedAt,
            @Nullable String symbol,
            @Nullable String side,
            @Nullable String qty,
            @Nullable String filledQty,
            @Nullable String timeInForce,
            @Nullable String status,
            @Nullable String replacedBy) {}

    /** A list without anything around it. */
    @RegisterForReflection
    record Orders(List<Order> all) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Orders of(List<Order> all) {
            return new Orders(List.copyOf(all));
        }
    }

    @RegisterForReflection
    record Problem(@Nullable Long code, @Nullable String message) {}

    @RegisterForReflection
    record Time(@Nullable String timestamp) {}

    @RegisterForReflection
    record Account(@Nullable String cash, @Nullable String currency) {}

    @RegisterForReflection
    record Position(
            @Nullable String symbol,
            @Nullable String qty,
            @Nullable String side,
            @Nullable String avgEntryPrice) {}

    /** A list without anything around it. */
    @RegisterForReflection
    record Positions(List<Position> all) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Positions of(List<Position> all) {
            return new Positions(List.copyOf(all));
        }
    }

    /** An event of the stream of trades: its order is as it was then. */
    @RegisterForReflection
    record TradeEvent(
            @Nullable String accountId,
            @Nullable String at,
            @Nullable String event,
            @Nullable String eventId,
            @Nullable String executionId,
            @Nullable String previousExecutionId,
            @Nullable String timestamp,
            @Nullable String price,
            @Nullable String qty,
            @Nullable Order order) {}
}
