package dev.primegate.ledger;

import dev.primegate.money.Money;

/**
 * What a broker says it holds of one asset for us.
 *
 * @param amount everything, holds included
 * @param holds what open orders and withdrawals have bound
 */
public record Balance(Money amount, Money holds) {}
