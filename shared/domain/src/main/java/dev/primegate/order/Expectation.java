package dev.primegate.order;

import dev.primegate.money.Price;

/**
 * Where an order without a limit was expected to fill, as seen when it was admitted.
 *
 * @param price the reference then; for a stop order the price that wakes it
 * @param alertBps a fill that is worse by more, in basis points of it, wakes somebody
 */
public record Expectation(Price price, int alertBps) {}
