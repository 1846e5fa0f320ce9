package dev.primegate.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.primegate.audit.Chain;
import dev.primegate.audit.HistoryEntry;
import dev.primegate.order.Order;
import dev.primegate.order.OrderStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened to an order, in order.
 *
 * @param chainVerified whether every entry is what was written, and none is missing
 * @param firstBad the index of the first entry that is not, or that is missing
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryView(
        String orderId, boolean chainVerified, @Nullable Integer firstBad, List<Entry> entries) {

    /** Of entries that were read after the order was. */
    static HistoryView of(Order order, List<HistoryEntry> entries) {
        OptionalInt bad = Chain.firstBad(entries, order.version());
        return new HistoryView(
                order.id().text(),
                bad.isEmpty(),
                bad.isPresent() ? bad.getAsInt() : null,
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
