package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.primegate.broker.Quote;
import dev.primegate.broker.QuoteRequest;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;
import dev.primegate.order.OrderSize;
import dev.primegate.order.Side;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A quote as the API shows it: FIX names, amounts as decimal strings, times in UTC. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Quote")
public record QuoteView(
        String quoteId,
        String quoteReqId,
        String account,
        String symbol,
        @Nullable Side side,
        @Nullable String orderQty,
        @Nullable String cashOrderQty,
        @Nullable String bidPx,
        @Nullable String offerPx,
        String broker,
        Instant transactTime,
        Instant validUntilTime) {

    static QuoteView of(Quote quote) {
        QuoteRequest request = quote.request();
        return new QuoteView(
                quote.id().text(),
                request.quoteReqId().text(),
                request.account().name(),
                request.symbol().text(),
                request.side().orElse(null),
                request.size() instanceof OrderSize.Units(Quantity units) ? units.toString() : null,
                request.size() instanceof OrderSize.Cash(Decimal10 cash) ? cash.toString() : null,
                text(quote.bidPx()),
                text(quote.offerPx()),
                quote.id().broker().name(),
                quote.at(),
                quote.validUntil());
    }

    private static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }
}
