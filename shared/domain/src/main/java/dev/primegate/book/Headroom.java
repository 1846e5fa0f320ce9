package dev.primegate.book;

import dev.primegate.money.Decimal10;

/** What is left of an account's limits in one instrument, in units of the base. */
public record Headroom(Decimal10 buy, Decimal10 sell) {
    boolean isOverdrawn() {
        return buy.signum() < 0 || sell.signum() < 0;
    }

    Headroom plus(Headroom change) {
        return new Headroom(buy.plus(change.buy), sell.plus(change.sell));
    }
}
