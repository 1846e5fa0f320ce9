package dev.primegate.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.primegate.order.Order;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;
import dev.primegate.order.Orders;
import dev.primegate.proof.Proves;
import java.time.Instant;
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

    /** Computed elsewhere: what is in a table must verify for as long as it is kept. */
    @Test
    @Proves("X62")
    void theHashesAreThoseOfTheFirstRelease() {
        Act halt =
                new Act(
                        Trail.HOUSE,
                        Instant.parse("2026-11-22T10:00:00Z"),
                        "jane",
                        "HALTED",
                        new TreeMap<>(Map.of("scope", "all", "reason", "fire")));
        HistoryEntry execution =
                HistoryEntry.after(
                        "abc",
                        new OrderId("ABCDEFGHIJKLMNOPQRSTUVWX"),
                        7,
                        Instant.parse("2026-11-22T10:00:00.000000001Z"),
                        "feed",
                        new Happening(
                                "EXECUTED", new TreeMap<>(Map.of("fee", "0.01 USD", "n", "ü"))),
                        OrderStatus.PARTIALLY_FILLED);

        assertThat(Step.after(0, Link.START, halt).hash())
                .isEqualTo("080d1e985fb1e67846679975721b20f0513de561d16e5e82b2e5d84089125a96");
        assertThat(execution.hash())
                .isEqualTo("ae1dfd786f76d5e9ef39b1eeef3f439b95b6991f0cc3c369596260bed0754cf4");
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
