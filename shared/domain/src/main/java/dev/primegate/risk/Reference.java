package dev.primegate.risk;

import dev.primegate.money.Price;
import java.time.Duration;
import java.time.Instant;

/** A price somebody published, to judge an order by. */
public record Reference(Price price, Instant at) {
    public boolean isFresh(Instant now, Duration maxAge) {
        return !at.plus(maxAge).isBefore(now);
    }
}
