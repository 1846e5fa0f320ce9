package dev.primegate.reconcile;

import dev.primegate.order.Digest;
import dev.primegate.statement.TradeCsv;
import dev.primegate.statement.TradeDays;
import dev.primegate.statement.TradeLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Both books of one account's day, or of a part of it.
 *
 * @param newest how new the broker's is
 */
record TradeBooks(List<TradeLine> ours, List<TradeLine> brokers, Instant newest) {
    /** The same books, in whichever order their lines are, have the same. */
    String digest() {
        return Digest.hex(Stream.of(ours, brokers).map(TradeBooks::text).toArray(String[]::new))
                .substring(0, 32);
    }

    private static String text(List<TradeLine> book) {
        return String.join("\n", book.stream().map(TradeCsv::write).sorted().toList());
    }

    /** How new the newer of them is. */
    Instant asOf() {
        return ours.stream()
                .map(TradeLine::days)
                .map(TradeDays::time)
                .flatMap(Optional::stream)
                .reduce(newest, (one, other) -> one.isAfter(other) ? one : other);
    }
}
