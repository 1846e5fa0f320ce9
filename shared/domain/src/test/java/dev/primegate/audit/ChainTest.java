package dev.primegate.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.order.Order;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Orders;
import dev.primegate.proof.Proves;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ChainTest {
    private final List<HistoryEntry> entries = chain(5);

    @Test
    void anUntouchedChainIsGood() {
        assertThat(Chain.firstBad(entries)).isEqualTo(OptionalInt.empty());
    }

    @Test
    @Proves("X62")
    void everyChangedFieldIsFoundAtItsIndex() {
        List<UnaryOperator<HistoryEntry>> forgeries =
                List.of(
                        e -> with(e, e.version() + 1, e.by(), e.event(), n(e)),
                        e -> with(e, e.version(), "someone", e.event(), n(e)),
                        e -> with(e, e.version(), e.by(), "OTHER", n(e)),
                        e -> with(e, e.version(), e.by(), e.event(), "9"));
        for (UnaryOperator<HistoryEntry> forgery : forgeries) {
            for (int i = 0; i < entries.size(); i++) {
                List<HistoryEntry> forged = new ArrayList<>(entries);
                forged.set(i, forgery.apply(forged.get(i)));
                assertThat(Chain.firstBad(forged)).isEqualTo(OptionalInt.of(i));
            }
        }
    }

    @Test
    @Proves("X62")
    void aDroppedOrSwappedEntryIsFound() {
        List<HistoryEntry> dropped = new ArrayList<>(entries);
        dropped.remove(2);
        List<HistoryEntry> swapped = new ArrayList<>(entries);
        swapped.add(1, swapped.remove(3));

        assertThat(Chain.firstBad(dropped)).isEqualTo(OptionalInt.of(2));
        assertThat(Chain.firstBad(swapped)).isEqualTo(OptionalInt.of(1));
    }

    private static String n(HistoryEntry e) {
        return e.facts().getOrDefault("n", "");
    }

    private static List<HistoryEntry> chain(int length) {
        Order order = Orders.admitted(Orders.buy("a", "1"));
        List<HistoryEntry> entries = new ArrayList<>();
        String previous = HistoryEntry.START;
        for (int i = 1; i <= length; i++) {
            HistoryEntry entry =
                    HistoryEntry.after(
                            previous,
                            order.id(),
                            i,
                            Orders.T0.plusSeconds(i),
                            "test",
                            new Happening("EVENT", new TreeMap<>(Map.of("n", "" + i))),
                            OrderStatus.NEW);
            entries.add(entry);
            previous = entry.hash();
        }
        return entries;
    }

    private static HistoryEntry with(
            HistoryEntry e, long version, String by, String event, String n) {
        return new HistoryEntry(
                e.orderId(),
                version,
                e.at(),
                by,
                event,
                e.ordStatus(),
                new TreeMap<>(Map.of("n", n)),
                e.previousHash(),
                e.hash());
    }
}
