package dev.primegate.dynamodb;

import dev.primegate.audit.HistoryEntry;
import dev.primegate.book.Due;
import dev.primegate.book.Intent;
import dev.primegate.dynamodb.Transactions.Result;
import dev.primegate.order.Admission;
import dev.primegate.order.Denial;
import dev.primegate.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Gives an order that never left its next attempt at another broker, in one transaction. What it
 * reserved stays; its headroom items are only looked at, for what halts the new way.
 */
final class Reroutes {
    private static final int ORDER = 0;
    private static final int ACCOUNT = 2;
    private static final int SYMBOL = 3;

    private final Table table;
    private final Transactions transactions;

    Reroutes(Table table, Transactions transactions) {
        this.table = table;
        this.transactions = transactions;
    }

    Admission reroute(Admission.Admitted unsent, Intent again, String by, String why) {
        HistoryEntry entry = again.entry(unsent, by, why);
        return switch (transactions.write(writes(again, entry))) {
            case Result.Written _ -> new Admission.Admitted(again.order(), entry.hash());
            case Result.Busy(String busy) -> new Admission.Busy(busy);
            case Result.Refused refused -> refused(again, refused);
        };
    }

    private List<TransactWriteItem> writes(Intent again, HistoryEntry entry) {
        Order order = again.order();
        Item item = OrderItem.write(order, entry.hash(), Due.of(order, order.lastUpdateTime()));
        List<TransactWriteItem> writes = new ArrayList<>();
        // Each version is written once, so it stands for status and owner; both are said as well.
        writes.add(
                Write.putIf(
                        table.name(),
                        item,
                        "version = :before AND ordStatus = :unsent AND #owner = :owner",
                        Map.of("#owner", "owner"),
                        Map.of(
                                ":before", RiskItem.number(order.version() - 1),
                                ":unsent", AttributeValue.fromS(order.status().name()),
                                ":owner", AttributeValue.fromS(order.attempt().owner()))));
        writes.add(Write.putIfAbsent(table.name(), HistoryItem.write(entry)));
        writes.add(RiskItem.mayStillTrade(table.name(), again));
        writes.add(RiskItem.mayStillMove(table.name(), again));
        return writes;
    }

    private Admission refused(Intent again, Result.Refused refused) {
        if (refused.failed(ORDER)) {
            return new Admission.Known(OrderItem.read(refused.found(ORDER)));
        }
        Optional<Denial> onAccount =
                refused.failed(ACCOUNT)
                        ? RiskRefusal.accountHalt(refused.found(ACCOUNT), again)
                        : Optional.empty();
        Optional<Denial> denial =
                refused.failed(SYMBOL)
                        ? onAccount.or(() -> RiskRefusal.symbolHalt(refused.found(SYMBOL), again))
                        : onAccount;
        return denial.<Admission>map(Admission.Denied::new)
                .orElseGet(() -> new Admission.Busy("what halted it has just been lifted"));
    }
}
