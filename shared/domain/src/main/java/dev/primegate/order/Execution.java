package dev.primegate.order;

import dev.primegate.instrument.Symbol;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * One trade at the broker: a fact, and the only thing that moves quantity.
 *
 * @param corrects the execution this one replaces, whose bust came with it
 * @param liquidity whether it made or took, if the broker says
 * @param venue where it traded, in the broker's word
 * @param received SHA-256 of the bytes that told us, in hex
 */
public record Execution(
        ExecId id,
        Symbol symbol,
        Side side,
        Quantity lastQty,
        Price lastPx,
        Optional<Money> fee,
        Instant transactTime,
        Optional<ExecId> corrects,
        Optional<Liquidity> liquidity,
        Optional<String> venue,
        String received) {
    public Execution {
        if (lastQty.isNone()) {
            throw new IllegalArgumentException("execution " + id + " is for nothing");
        }
    }

    /** A trade of which the broker does not say where it was, nor whether it made or took. */
    public Execution(
            ExecId id,
            Symbol symbol,
            Side side,
            Quantity lastQty,
            Price lastPx,
            Optional<Money> fee,
            Instant transactTime,
            Optional<ExecId> corrects,
            String received) {
        this(
                id,
                symbol,
                side,
                lastQty,
                lastPx,
                fee,
                transactTime,
                corrects,
                Optional.empty(),
                Optional.empty(),
                received);
    }

    /** What was paid, without fees, in the quote asset. */
    public Decimal10 value() {
        // Ties to even: sums over many fills must not drift one way.
        return lastPx.times(lastQty, RoundingMode.HALF_EVEN);
    }

    /** Whether {@code other} tells of the same trade, whichever message brought it. */
    public boolean isSameTradeAs(Execution other) {
        return id.equals(other.id)
                && symbol.equals(other.symbol)
                && side == other.side
                && lastQty.equals(other.lastQty)
                && lastPx.equals(other.lastPx);
    }
}
