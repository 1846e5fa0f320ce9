package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.primegate.ledger.TradePage;
import dev.primegate.order.Execution;
import dev.primegate.order.Liquidity;
import dev.primegate.order.Side;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trade as the API shows it, in FIX words.
 *
 * @param orderId absent for a trade that no order of ours explains
 * @param external whether it is such a trade
 * @param busted whether the broker has annulled it
 * @param received SHA-256 of the bytes that told us
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExecutionView(
        String execId,
        String account,
        String broker,
        @Nullable String orderId,
        @Nullable String brokerOrderId,
        String symbol,
        Side side,
        String lastQty,
        String lastPx,
        @Nullable AmountView fee,
        @Nullable Liquidity liquidity,
        @Nullable String venue,
        Instant transactTime,
        @Nullable String corrects,
        boolean external,
        boolean busted,
        String received) {

    static ExecutionView of(TradePage.Trade trade) {
        Execution execution = trade.line().execution();
        return new ExecutionView(
                execution.id().text(),
                trade.line().position().account().name(),
                trade.line().position().broker().name(),
                trade.line().order().map(Object::toString).orElse(null),
                trade.line().brokerOrderId().map(Object::toString).orElse(null),
                execution.symbol().text(),
                execution.side(),
                execution.lastQty().toString(),
                execution.lastPx().toString(),
                execution.fee().map(AmountView::of).orElse(null),
                execution.liquidity().orElse(null),
                execution.venue().orElse(null),
                execution.transactTime(),
                execution.corrects().map(Object::toString).orElse(null),
                trade.line().order().isEmpty(),
                trade.busted(),
                execution.received());
    }
}
