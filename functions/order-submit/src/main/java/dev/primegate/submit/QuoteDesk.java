package dev.primegate.submit;

import dev.primegate.broker.Quote;
import dev.primegate.broker.QuoteRequest;
import dev.primegate.broker.Quotes;
import dev.primegate.money.Price;
import dev.primegate.order.Denial;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderTerms;
import dev.primegate.risk.Outlier;
import dev.primegate.risk.Reference;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges quotes when they come, keeps them, and holds orders against the quotes they take. */
@Singleton
class QuoteDesk {
    private final Quotes quotes;
    private final RecentReferences references;
    private final RiskConfig config;

    QuoteDesk(Quotes quotes, RecentReferences references, RiskConfig config) {
        this.quotes = quotes;
        this.references = references;
        this.config = config;
    }

    /** Keeps {@code quote}, unless one of its prices is an outlier: that one is not passed on. */
    Optional<Denial> keep(Quote quote, Instant now) {
        Optional<Denial> denial = outlier(quote, now);
        if (denial.isEmpty()) {
            quotes.keep(quote);
        }
        return denial;
    }

    /** Why {@code order} may not take the quote it names, if it names one and may not. */
    Optional<Denial> denial(NewOrder order, Instant now) {
        return order.terms() instanceof OrderTerms.PreviouslyQuoted quoted
                ? denial(order, quoted, now)
                : Optional.empty();
    }

    private Optional<Denial> denial(
            NewOrder order, OrderTerms.PreviouslyQuoted quoted, Instant now) {
        // Another account's quote is as absent as one that never was.
        Optional<Quote> found =
                quotes.find(quoted.quoteId())
                        .filter(quote -> quote.request().tenant().equals(order.tenant()))
                        .filter(quote -> quote.request().account().equals(order.account()));
        if (found.isEmpty()) {
            return Optional.of(
                    Denial.of("quote-unknown", "there is no quote %s".formatted(quoted.quoteId())));
        }
        Quote quote = found.get();
        if (!now.isBefore(quote.validUntil())) {
            return Optional.of(
                    Denial.beyond(
                            "quote-expired",
                            "the quote is not valid any longer",
                            quote.validUntil(),
                            now));
        }
        return mismatch(order, quoted.price(), quote);
    }

    /** An order must ask for what was quoted, so that what is checked here is what will trade. */
    private static Optional<Denial> mismatch(NewOrder order, Price price, Quote quote) {
        QuoteRequest asked = quote.request();
        if (!asked.symbol().equals(order.symbol())) {
            return mismatch("symbol", asked.symbol(), order.symbol());
        }
        if (!asked.size().equals(order.size())) {
            return mismatch("size", asked.size(), order.size());
        }
        Optional<Price> quoted = quote.price(order.side());
        if (quoted.isEmpty()) {
            return mismatch("side", asked.side().map(Enum::name).orElse("none"), order.side());
        }
        return quoted.get().equals(price)
                ? Optional.empty()
                : mismatch("price", quoted.get(), price);
    }

    private static Optional<Denial> mismatch(String what, Object quoted, Object asked) {
        return Optional.of(
                Denial.beyond(
                        "quote-mismatch",
                        "the order's %s is not what was quoted".formatted(what),
                        quoted,
                        asked));
    }

    private Optional<Denial> outlier(Quote quote, Instant now) {
        Optional<Price> reference =
                references
                        .fresh(quote.request().symbol(), now, config.referenceMaxAge())
                        .map(Reference::price);
        return reference.flatMap(known ->
                Stream.of(quote.bidPx(), quote.offerPx())
                        .flatMap(Optional::stream)
                        .filter(price -> Outlier.isFar(price, known))
                        .findFirst()
                        .map(price ->
                                Denial.beyond(
                                        "quote-outlier",
                                        "the quoted price is 10 % or more off the reference",
                                        known,
                                        price)));
    }
}
