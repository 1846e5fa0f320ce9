package dev.primegate.statement;

import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import java.util.Optional;

/**
 * What there is of a currency; below zero is owed.
 *
 * @param traded by trade date
 * @param settled by settlement date, where the book tells them apart
 */
public record CashLine(
        Origin origin, String account, Asset asset, Decimal10 traded, Optional<Decimal10> settled)
        implements StatementLine {}
