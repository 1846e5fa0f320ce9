package dev.primegate.statement;

import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.Side;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A trade as one side books it.
 *
 * @param id the broker's id of the execution
 * @param order what other lines of the same order carry too, where the book says it
 * @param currency what the price counts
 * @param fee empty where the book does not speak of fees; what it costs is above zero
 * @param busted whether the line takes the trade back
 */
public record TradeLine(
        Origin origin,
        String account,
        String id,
        Optional<String> order,
        Named instrument,
        Side side,
        Quantity quantity,
        Price price,
        Asset currency,
        Optional<Money> fee,
        TradeDays days,
        boolean busted)
        implements StatementLine {

    /** What was traded is worth, rounded away from zero: at stake is never less than it is. */
    public Decimal10 value() {
        return price.times(quantity, RoundingMode.UP);
    }
}
