package dev.primegate.statement;

import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.order.Side;
import java.time.Instant;
import java.util.Optional;

/**
 * FalconX's list of executed quotes, and that of balances over its platforms. Neither has pages: a
 * list that ends is whole. Amounts may be floats with their noise, which ends beyond the tenth
 * place.
 */
record FalconXAnswers(Spellings spellings) implements Answers {
    private static final Asset USD = new Asset("USD");

    @Override
    public void trades(String text, JsonRows.Taker taker) {
        JsonRows.list(text, taker);
    }

    @Override
    public void balances(String text, JsonRows.Taker taker) {
        JsonRows.list(text, taker);
    }

    /** A quote that nobody took is no trade; {@code is_filled} alone tells. */
    @Override
    public Optional<TradeLine> trade(Place place, Fields row) {
        return switch (row.text("is_filled")) {
            case "true" -> Optional.of(filled(place, row));
            case "false" -> {
                if (row.find("t_execute").isPresent() || row.find("price_executed").isPresent()) {
                    throw new IllegalArgumentException("executed, and not filled");
                }
                yield Optional.empty();
            }
            default ->
                    throw new IllegalArgumentException(
                            "unknown is_filled: " + Clip.of(row.text("is_filled")));
        };
    }

    @Override
    public Money balance(Fields row) {
        return new Money(row.amount("balance"), row.asset("token"));
    }

    private TradeLine filled(Place place, Fields row) {
        String status = row.text("status");
        if (!status.equals("success")) {
            throw new IllegalArgumentException("filled, and its status is " + Clip.of(status));
        }
        String base = row.text("token_pair.base_token");
        if (!base.equals(row.text("quantity_requested.token"))) {
            throw new IllegalArgumentException("its quantity is not in units of the base");
        }
        Asset quote = row.asset("token_pair.quote_token");
        String pair = base + "-" + quote.code();
        Side side = side(row.text("side_executed"));
        Instant time = row.time(row.find("t_execute").isPresent() ? "t_execute" : "t_quote");
        String id = row.text("fx_quote_id");
        return new TradeLine(
                place.origin(),
                place.account(),
                id,
                Optional.of(id),
                spellings.named(pair),
                side,
                Fields.traded(row.amount("quantity_requested.value")),
                price(row, side),
                quote,
                fee(row),
                place.days(time),
                false);
    }

    /** An order's answer may have the price on its side only. */
    private static Price price(Fields row, Side side) {
        return row.find("price_executed").isPresent()
                ? row.price("price_executed")
                : row.price(side == Side.BUY ? "buy_price" : "sell_price");
    }

    /** What is paid in the end; without it, gross less rebate. */
    private static Optional<Money> fee(Fields row) {
        if (row.find("fee_usd").isPresent()) {
            return Optional.of(new Money(row.amount("fee_usd"), USD));
        }
        return row.find("gross_fee_usd")
                .map(_ -> {
                    Decimal10 rebate = row.amountOrZero("rebate_usd");
                    return new Money(row.amount("gross_fee_usd").minus(rebate), USD);
                });
    }

    private static Side side(String word) {
        return switch (word) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw new IllegalArgumentException("unknown side: " + Clip.of(word));
        };
    }
}
