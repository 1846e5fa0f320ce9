package dev.primegate.comparison;

import dev.primegate.instrument.Symbol;
import dev.primegate.money.Decimal10;
import dev.primegate.statement.CashLine;
import dev.primegate.statement.HoldingLine;
import dev.primegate.statement.Named;
import dev.primegate.statement.Origin;
import java.util.Optional;

/**
 * How much of one thing a book holds, be it an instrument or a currency.
 *
 * @param traded by trade date
 * @param settled by settlement date, where the book tells them apart
 */
public record Holding(Origin origin, Named name, Decimal10 traded, Optional<Decimal10> settled) {

    public static Holding of(HoldingLine line) {
        return new Holding(line.origin(), line.instrument(), line.traded(), line.settled());
    }

    public static Holding of(CashLine line) {
        Named name = new Named(line.asset().code(), Optional.of(new Symbol(line.asset().code())));
        return new Holding(line.origin(), name, line.traded(), line.settled());
    }
}
