package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.primegate.ledger.Cost;
import dev.primegate.ledger.Holding;
import dev.primegate.ledger.Position;
import dev.primegate.order.Account;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A position as the API shows it: amounts as decimal strings, values in the instrument's quote
 * asset.
 *
 * @param quantity bought less sold, with what the journal moved; below zero is short
 * @param averageCost of a unit held; absent where none is
 * @param cost of what is held, with its sign
 * @param realisedPnl what closing has earned, fees apart
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PositionView(
        String account,
        String broker,
        String symbol,
        String quantity,
        @Nullable String averageCost,
        @Nullable String cost,
        @Nullable String realisedPnl,
        List<AmountView> fees,
        String bought,
        String sold,
        String moved) {

    static PositionView of(Account account, Holding holding) {
        Position position = holding.position();
        return new PositionView(
                account.name(),
                position.broker().name(),
                position.symbol().text(),
                position.quantity().toString(),
                holding.cost().flatMap(Cost::average).map(Object::toString).orElse(null),
                holding.cost().map(cost -> cost.cost().toString()).orElse(null),
                holding.cost().map(cost -> cost.realised().toString()).orElse(null),
                position.fees().entrySet().stream()
                        .map(fee -> AmountView.of(fee.getKey(), fee.getValue()))
                        .toList(),
                position.bought().toString(),
                position.sold().toString(),
                position.moved().toString());
    }
}
