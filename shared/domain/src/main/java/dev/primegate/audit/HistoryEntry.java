package dev.primegate.audit;

import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that happened to an order. Each entry carries the hash of the one before it, so that a
 * changed, dropped or inserted entry shows.
 *
 * @param version the order's version that this made
 * @param by who brought the news: a principal, a function, a broker's feed
 * @param event what happened, in one word
 * @param facts everything that is known of it, amounts in wire form
 */
public record HistoryEntry(
        OrderId orderId,
        long version,
        Instant at,
        String by,
        String event,
        OrderStatus ordStatus,
        SortedMap<String, String> facts,
        String previousHash,
        String hash)
        implements Link {
    public HistoryEntry {
        facts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** The entry that follows the one whose hash is {@code previousHash}. */
    public static HistoryEntry after(
            String previousHash,
            OrderId orderId,
            long version,
            Instant at,
            String by,
            Happening happening,
            OrderStatus ordStatus) {
        HistoryEntry open =
                new HistoryEntry(
                        orderId,
                        version,
                        at,
                        by,
                        happening.event(),
                        ordStatus,
                        happening.facts(),
                        previousHash,
                        "");
        return new HistoryEntry(
                orderId,
                version,
                at,
                by,
                happening.event(),
                ordStatus,
                happening.facts(),
                previousHash,
                open.computeHash());
    }

    @Override
    public boolean isAsWritten() {
        return hash.equals(computeHash());
    }

    private String computeHash() {
        return Chain.hash(
                previousHash,
                List.of(
                        orderId.text(),
                        Long.toString(version),
                        at.toString(),
                        by,
                        event,
                        ordStatus.name()),
                facts);
    }
}
