package dev.primegate.broker;

import dev.primegate.order.QuoteId;
import java.util.Optional;

/**
 * The quotes we were given. That an order takes one is for the book to write down: a quote is taken
 * by one order.
 */
public interface Quotes {
    /** Keeps it, at least until nobody can take it any more. */
    void keep(Quote quote);

    Optional<Quote> find(QuoteId id);
}
