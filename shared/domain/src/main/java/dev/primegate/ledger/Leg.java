package dev.primegate.ledger;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import java.util.Optional;

/**
 * What a journal entry does to one position.
 *
 * @param quantity units that come, below zero that go
 * @param value in the quote asset, with the sign of {@code quantity}: the cost that comes or goes
 *     with them, or what they are worth where the entry carries no cost
 * @param fee charged in cash
 */
public record Leg(PositionId position, Decimal10 quantity, Decimal10 value, Optional<Money> fee) {
    public Leg {
        if (value.signum() * quantity.signum() < 0) {
            throw new IllegalArgumentException(
                    "quantity %s and value %s differ in sign".formatted(quantity, value));
        }
        if (fee.isPresent() && fee.get().amount().signum() <= 0) {
            throw new IllegalArgumentException("fee is not above zero: " + fee.get());
        }
        if (quantity.signum() == 0 && value.signum() == 0 && fee.isEmpty()) {
            throw new IllegalArgumentException("a leg moves nothing: " + position);
        }
    }

    String meaning() {
        return "%s|%s|%s|%s"
                .formatted(position, quantity, value, fee.map(Money::toString).orElse(""));
    }
}
