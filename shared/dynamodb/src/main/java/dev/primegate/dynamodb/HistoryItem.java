package dev.primegate.dynamodb;

import dev.primegate.audit.HistoryEntry;
import dev.primegate.order.OrderId;
import dev.primegate.order.OrderStatus;

/** A history entry as an item. */
final class HistoryItem {
    private HistoryItem() {}

    static Item write(HistoryEntry entry) {
        return Item.at(Key.history(entry.orderId(), entry.version()))
                .put("type", "HISTORY")
                .put("orderId", entry.orderId().text())
                .put("version", entry.version())
                .put("at", entry.at())
                .put("by", entry.by())
                .put("event", entry.event())
                .put("ordStatus", entry.ordStatus().name())
                .put("facts", entry.facts())
                .put("previousHash", entry.previousHash())
                .put("hash", entry.hash());
    }

    static HistoryEntry read(Item item) {
        return new HistoryEntry(
                new OrderId(item.text("orderId")),
                item.number("version"),
                item.time("at"),
                item.text("by"),
                item.text("event"),
                OrderStatus.valueOf(item.text("ordStatus")),
                item.map("facts"),
                item.text("previousHash"),
                item.text("hash"));
    }
}
