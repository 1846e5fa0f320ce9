package dev.primegate.broker;

import dev.primegate.money.Price;
import dev.primegate.order.QuoteId;
import dev.primegate.order.Side;
import java.time.Instant;
import java.util.Optional;

/**
 * At which price a broker would trade, and until when; FIX message S in our types.
 *
 * @param bidPx what it pays who sells to it
 * @param offerPx what it takes from who buys from it
 * @param at when it was asked, by our clock
 * @param validUntil as long after that as the broker gives; FIX tag 62
 */
public record Quote(
        QuoteId id,
        QuoteRequest request,
        Optional<Price> bidPx,
        Optional<Price> offerPx,
        Instant at,
        Instant validUntil) {
    public Quote {
        if (bidPx.isEmpty() && offerPx.isEmpty()) {
            throw new IllegalArgumentException("quote %s has no price".formatted(id));
        }
        if (!validUntil.isAfter(at)) {
            throw new IllegalArgumentException(
                    "quote %s of %s is valid until %s".formatted(id, at, validUntil));
        }
    }

    /** The price for who wants to trade on that side. */
    public Optional<Price> price(Side side) {
        return side == Side.BUY ? offerPx : bidPx;
    }
}
