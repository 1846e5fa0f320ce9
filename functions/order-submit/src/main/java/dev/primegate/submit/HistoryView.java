package dev.primegate.submit;

import dev.primegate.audit.Chain;
import dev.primegate.audit.HistoryEntry;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that happened to an order, in order.
 *
 * @param chainVerified whether every entry is what was written, and none is missing
 */
@RegisterForReflection
public record HistoryView(String orderId, boolean chainVerified, List<Entry> entries) {

    static HistoryView of(OrderId id, List<HistoryEntry> entries) {
        return new HistoryView(
                id.text(),
                Chain.firstBad(entries).isEmpty(),
                entries.stream().map(Entry::of).toList());
    }

    /** One thing that happened. */
    @RegisterForReflection
    public record Entry(
            long version,
            Instant at,
            String event,
            OrderStatus ordStatus,
            String by,
            Map<String, String> facts,
            String hash) {
        static Entry of(HistoryEntry entry) {
            return new Entry(
                    entry.version(),
                    entry.at(),
                    entry.event(),
                    entry.ordStatus(),
                    entry.by(),
                    entry.facts(),
                    entry.hash());
        }
    }
}
