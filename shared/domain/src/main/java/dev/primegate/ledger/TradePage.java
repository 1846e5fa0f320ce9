package dev.primegate.ledger;

import java.util.List;
import java.util.Optional;

/**
 * Some trades, by their own time.
 *
 * @param next where the next page begins, if there may be one; a page may be short, or empty, and
 *     yet not the last
 */
public record TradePage(List<Trade> trades, Optional<String> next) {
    public TradePage {
        trades = List.copyOf(trades);
    }

    /**
     * A trade as it stands.
     *
     * @param busted whether the broker has annulled it
     */
    public record Trade(Line.Traded line, boolean busted) {}
}
