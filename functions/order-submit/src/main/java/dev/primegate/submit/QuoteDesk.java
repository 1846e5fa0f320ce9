package dev.primegate.submit;

import dev.primegate.broker.Quote;
import dev.primegate.broker.QuoteRequest;
import dev.primegate.broker.Quotes;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Price;
import dev.primegate.order.Denial;
import dev.primegate.order.NewOrder;
import dev.primegate.order.OrderTerms;
import dev.primegate.risk.Outlier;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges quotes when they come, keeps them, and holds orders against the quotes they take. */
@Singleton
class QuoteDesk {
    private final Quotes quotes;
    private final References references;

    QuoteDesk(Quotes quotes, References references) {
        this.quotes = quotes;
        this.references = references;
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

    /** By what others than the one who quotes say: he would be right by his own price. */
    private Optional<Denial> outlier(Quote quote, Instant now) {
        Symbol symbol = quote.request().symbol();
        List<Reference> known = references.all(Set.of(symbol)).getOrDefault(symbol, List.of());
        return Stream.of(quote.bidPx(), quote.offerPx())
                .flatMap(Optional::stream)
                .map(price -> Outlier.judge(price, now, quote.id().broker(), known))
                .filter(Outlier.Finding.Far.class::isInstance)
                .map(Outlier.Finding.Far.class::cast)
                .findFirst()
                .map(far ->
                        Denial.beyond(
                                "quote-outlier",
                                "the quoted price is 10 % or more off the reference",
                                far.reference().price(),
                                far.said()));
    }
}
