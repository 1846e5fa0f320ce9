package dev.primegate.statement;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.order.Side;
import java.time.ZoneId;
import java.util.Optional;

/** Makes lines of the rows of a Flex query. */
final class FlexRows {
    private static final String CANCELLED = " (Ca.)";

    private final Spellings spellings;
    private final ZoneId zone;

    FlexRows(Spellings spellings, ZoneId zone) {
        this.spellings = spellings;
        this.zone = zone;
    }

    /**
     * A trade of an activity statement, or of a trade confirmation, which names two fields
     * otherwise.
     */
    TradeLine trade(Origin origin, Fields row) {
        FlexTime time = FlexTime.of("dateTime", row.text("dateTime"));
        String word = row.text("buySell");
        boolean cancelled = word.endsWith(CANCELLED);
        return new TradeLine(
                origin,
                row.text("accountId"),
                row.find("ibExecID").isPresent() ? row.text("ibExecID") : row.text("tradeID"),
                row.find("ibOrderID").or(() -> row.find("orderID")),
                spellings.named(row.text("symbol")),
                side(cancelled ? word.substring(0, word.length() - CANCELLED.length()) : word),
                Fields.traded(absolute(row.exact("quantity"))),
                row.price(row.find("tradePrice").isPresent() ? "tradePrice" : "price"),
                row.asset("currency"),
                fee(row),
                new TradeDays(
                        row.findDay("tradeDate").orElse(time.day()),
                        row.findDay("settleDateTarget"),
                        time.in(zone)),
                cancelled);
    }

    HoldingLine holding(Origin origin, Fields row) {
        return new HoldingLine(
                origin,
                row.text("accountId"),
                spellings.named(row.text("symbol")),
                row.exact("position"),
                Optional.empty());
    }

    CashLine cash(Origin origin, Fields row) {
        return new CashLine(
                origin,
                row.text("accountId"),
                row.asset("currency"),
                row.amount("endingCash"),
                row.find("endingSettledCash").map(_ -> row.amount("endingSettledCash")));
    }

    JournalLine journal(Origin origin, Fields row) {
        return new JournalLine(
                origin,
                row.text("accountId"),
                FlexTime.of("dateTime", row.text("dateTime")).day(),
                Clip.of(row.text("type")),
                row.find("description").map(Clip::of).orElse(""),
                Optional.of(new Money(row.amount("amount"), row.asset("currency"))),
                row.find("symbol").map(spellings::named),
                Decimal10.ZERO);
    }

    /** They write what is charged below zero. */
    private static Optional<Money> fee(Fields row) {
        for (String name : new String[] {"ibCommission", "commission"}) {
            if (row.find(name).isPresent()) {
                return Optional.of(
                        new Money(row.amount(name).negated(), row.asset(name + "Currency")));
            }
        }
        return Optional.empty();
    }

    private static Side side(String word) {
        return switch (word) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw new IllegalArgumentException("unknown buySell: " + Clip.of(word));
        };
    }

    private static Decimal10 absolute(Decimal10 amount) {
        return amount.signum() < 0 ? amount.negated() : amount;
    }
}
