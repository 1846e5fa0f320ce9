package dev.primegate.simulator.wire;

import dev.primegate.money.Decimal10;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What moved beside trades: nothing, unless it is made to. */
public final class Transfers {
    private final List<Transfer> all = new ArrayList<>();

    /** Keeps one more; its number counts from 1. */
    public synchronized Transfer add(
            String type, String status, String symbol, Decimal10 amount, Instant at) {
        Transfer transfer =
                new Transfer("transfer-" + (all.size() + 1), type, status, symbol, amount, at);
        all.add(transfer);
        return transfer;
    }

    /** Oldest first. */
    public synchronized List<Transfer> all() {
        return List.copyOf(all);
    }

    public synchronized void clear() {
        all.clear();
    }

    /** One of them, its type and status in the words of the broker. */
    public record Transfer(
            String id, String type, String status, String symbol, Decimal10 amount, Instant at) {}
}
