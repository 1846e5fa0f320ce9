package dev.primegate.statement;

import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that moved a balance and is no trade: a fee, a dividend, a transfer.
 *
 * @param kind the broker's own word
 * @param amount where it moved money
 * @param instrument where it moved holdings too
 */
public record JournalLine(
        Origin origin,
        String account,
        LocalDate day,
        String kind,
        String memo,
        Optional<Money> amount,
        Optional<Named> instrument,
        Decimal10 quantity)
        implements StatementLine {}
