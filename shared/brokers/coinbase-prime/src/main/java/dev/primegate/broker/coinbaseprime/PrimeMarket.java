package dev.primegate.broker.coinbaseprime;

import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.kit.BrokerJson.UnreadableException;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** The levels of one product, kept from snapshot and updates; only the best two matter to us. */
final class PrimeMarket {
    private final Symbol symbol;
    private final TreeMap<Price, Quantity> bids = new TreeMap<>();
    private final TreeMap<Price, Quantity> offers = new TreeMap<>();

    PrimeMarket(Symbol symbol) {
        this.symbol = symbol;
    }

    PrimeMarket hear(PrimeMessages.Event event) {
        if ("snapshot".equals(event.type())) {
            bids.clear();
            offers.clear();
        }
        if (event.updates() != null) {
            event.updates().forEach(this::hear);
        }
        return this;
    }

    /** The best prices, unless a side is empty or they cross, as they may while updates come. */
    Optional<BrokerNews> quote(Instant at) {
        if (bids.isEmpty()
                || offers.isEmpty()
                || bids.lastKey().compareTo(offers.firstKey()) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new BrokerNews.OfMarket(symbol, bids.lastKey(), offers.firstKey(), at));
    }

    private void hear(PrimeMessages.Level level) {
        TreeMap<Price, Quantity> side =
                switch (level.side()) {
                    case "bid" -> bids;
                    case "offer", "ask" -> offers;
                    case null, default ->
                            throw new UnreadableException("unknown side: " + level.side(), null);
                };
        Quantity quantity = PrimeMapping.quantity("qty", level.quantity());
        if (quantity.isNone()) {
            side.remove(PrimeMapping.price(level.price()));
        } else {
            side.put(PrimeMapping.price(level.price()), quantity);
        }
    }
}
