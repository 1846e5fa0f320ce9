package dev.primegate.dynamodb;

import dev.primegate.broker.Quote;
import dev.primegate.broker.QuoteRequest;
import dev.primegate.broker.Quotes;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Price;
import dev.primegate.order.Account;
import dev.primegate.order.ClOrdId;
import dev.primegate.order.OrderSize;
import dev.primegate.order.QuoteId;
import dev.primegate.order.Side;
import dev.primegate.order.Tenant;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Quotes in the table. */
@Singleton
class DynamoQuotes implements Quotes {
    /** Long after its end, so that who comes late is told that it ended. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final Table table;

    DynamoQuotes(Table table) {
        this.table = table;
    }

    @Override
    public void keep(Quote quote) {
        QuoteRequest request = quote.request();
        Item item =
                Item.at(Key.quote(quote.id()))
                        .put("type", "QUOTE")
                        .put("tenant", request.tenant().name())
                        .put("account", request.account().name())
                        .put("quoteReqId", request.quoteReqId().text())
                        .put("symbol", request.symbol().text())
                        .putText("side", request.side())
                        .putText("bidPx", quote.bidPx())
                        .putText("offerPx", quote.offerPx())
                        .put("at", quote.at())
                        .put("validUntil", quote.validUntil())
                        .expiring(quote.validUntil().plus(KEPT));
        switch (request.size()) {
            case OrderSize.Units(var quantity) -> item.put("orderQty", quantity);
            case OrderSize.Cash(var cash) -> item.put("cashOrderQty", cash);
        }
        table.put(item);
    }

    @Override
    public Optional<Quote> find(QuoteId id) {
        return table.get(Key.quote(id)).map(item -> read(id, item));
    }

    private static Quote read(QuoteId id, Item item) {
        return new Quote(
                id,
                new QuoteRequest(
                        new Tenant(item.text("tenant")),
                        new Account(item.text("account")),
                        new ClOrdId(item.text("quoteReqId")),
                        new Symbol(item.text("symbol")),
                        item.optionalText("side").map(Side::valueOf),
                        item.has("orderQty")
                                ? new OrderSize.Units(item.quantity("orderQty"))
                                : new OrderSize.Cash(item.decimal("cashOrderQty"))),
                item.optionalText("bidPx").map(Price::of),
                item.optionalText("offerPx").map(Price::of),
                item.time("at"),
                item.time("validUntil"));
    }
}
