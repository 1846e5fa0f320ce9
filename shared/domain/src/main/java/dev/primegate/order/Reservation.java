package dev.primegate.order;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Quantity;

/**
 * What an order takes of its limits while it may trade.
 *
 * @param quantity in units of the base; for a cash-sized order the most it could buy
 * @param notional in the risk currency, rounded up
 */
public record Reservation(Quantity quantity, Decimal10 notional) {}
