package dev.primegate.settlement;

import dev.primegate.instrument.AssetClass;
import java.time.LocalDate;

/**
 * One row of {@code cycles.csv}: so many days after the trade, from that trade date on.
 *
 * @param scope a market, a currency pair without its dash, or {@code *}
 * @param calendar whose days are counted; {@code *} every day, {@code PAIR} those of the currencies
 */
record Cycle(AssetClass assetClass, String scope, LocalDate from, int days, String calendar) {
    boolean covers(AssetClass wanted, String where, LocalDate traded) {
        return assetClass == wanted && scope.equals(where) && !traded.isBefore(from);
    }
}
