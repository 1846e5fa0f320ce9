package dev.primegate.risk;

import dev.primegate.instrument.BrokerId;
import dev.primegate.money.Price;
import java.time.Duration;
import java.time.Instant;

/**
 * A price somebody published, to judge an order by.
 *
 * @param source whose market it is of: a broker's own, unless the operator named another
 */
public record Reference(Price price, Instant at, BrokerId source) {
    public boolean isFresh(Instant now, Duration maxAge) {
        return !at.plus(maxAge).isBefore(now);
    }

    /** Whether it says something of what {@code broker} says that is not the broker's own word. */
    public boolean isApartFrom(BrokerId broker) {
        return !source.equals(broker);
    }
}
