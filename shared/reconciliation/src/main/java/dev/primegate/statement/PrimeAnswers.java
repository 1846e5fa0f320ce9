package dev.primegate.statement;

import dev.primegate.money.Asset;
import dev.primegate.money.Money;
import dev.primegate.order.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Coinbase Prime's lists of a portfolio's fills, page after page, and of its balances. A page says
 * whether there is another, so that one that was forgotten is told.
 */
record PrimeAnswers(Spellings spellings) implements Answers {
    private static final String MORE = "pagination.has_next";

    /** What is in vaults too: part of it would look like a loss. */
    private static final String ALL = "TOTAL_BALANCES";

    @Override
    public void trades(String text, JsonRows.Taker taker) {
        List<Fields> pages = JsonRows.pages(text, "fills", taker);
        for (int page = 0; page < pages.size(); page++) {
            boolean isLast = page == pages.size() - 1;
            String more = pages.get(page).find(MORE).orElse("not said");
            if (!more.equals(isLast ? "false" : "true")) {
                throw new BadFileException(
                        "%s of page %d of %d is %s"
                                .formatted(MORE, page + 1, pages.size(), Clip.of(more)));
            }
        }
        if (pages.isEmpty()) {
            throw new BadFileException("it has no page");
        }
    }

    @Override
    public void balances(String text, JsonRows.Taker taker) {
        List<Fields> pages = JsonRows.pages(text, "balances", taker);
        if (pages.size() != 1 || !pages.getFirst().find("type").equals(Optional.of(ALL))) {
            throw new BadFileException("it is not one answer of " + ALL);
        }
    }

    @Override
    public Optional<TradeLine> trade(Place place, Fields row) {
        String product = row.text("product_id");
        Asset quote = spellings.quote(product).orElseGet(() -> quote(product));
        Instant time = row.time("time");
        return Optional.of(
                new TradeLine(
                        place.origin(),
                        place.account(),
                        row.text("id"),
                        Optional.of(row.text("order_id")),
                        spellings.named(product),
                        side(row.text("side")),
                        row.quantity("filled_quantity"),
                        row.price("price"),
                        quote,
                        row.find("commission").map(_ -> new Money(row.amount("commission"), quote)),
                        place.days(time),
                        false));
    }

    @Override
    public Money balance(Fields row) {
        return new Money(row.amount("amount"), row.asset("symbol"));
    }

    /** Its products are named {@code BASE-QUOTE}. */
    private static Asset quote(String product) {
        return new Asset(product.substring(product.lastIndexOf('-') + 1));
    }

    private static Side side(String word) {
        return switch (word) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw new IllegalArgumentException("unknown side: " + Clip.of(word));
        };
    }
}
