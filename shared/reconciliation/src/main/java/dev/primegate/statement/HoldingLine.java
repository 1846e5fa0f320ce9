package dev.primegate.statement;

import dev.primegate.money.Decimal10;
import java.util.Optional;

/**
 * What is held of an instrument; below zero is short.
 *
 * @param traded by trade date
 * @param settled by settlement date, where the book tells them apart
 */
public record HoldingLine(
        Origin origin,
        String account,
        Named instrument,
        Decimal10 traded,
        Optional<Decimal10> settled)
        implements StatementLine {}
