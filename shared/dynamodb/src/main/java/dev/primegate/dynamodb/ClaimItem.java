package dev.primegate.dynamodb;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.ledger.Orphan;
import dev.primegate.ledger.PositionId;
import dev.primegate.order.Account;
import dev.primegate.order.BrokerOrderId;
import dev.primegate.order.ExecId;
import dev.primegate.order.OrderId;
import dev.primegate.order.Tenant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Whose an execution is, as an item under the broker and its id: so it is booked once, whatever
 * order it is told for. An orphan's is whole, and stands in the index where orphans are found.
 */
final class ClaimItem {
    private static final String ORDER = "ORDER";
    private static final String ORPHAN = "ORPHAN";
    private static final String BUSTED = "BUSTED_ORPHAN";

    private ClaimItem() {}

    /** The order takes it: from nobody, or from the orphan just as it was seen. */
    static TransactWriteItem give(
            String table, BrokerId broker, ExecId execution, OrderId to, Optional<Orphan> from) {
        Item item =
                Item.at(Key.claim(broker, execution))
                        .put("type", "CLAIM")
                        .put("heldBy", ORDER)
                        .put("orderId", to.text());
        return from.map(orphan -> Write.putIf(table, item, "heldBy = :seen", seen(orphan)))
                .orElse(Write.putIfAbsent(table, item));
    }

    static TransactWriteItem adopt(String table, Orphan orphan) {
        return Write.putIfAbsent(table, write(orphan));
    }

    static TransactWriteItem bust(String table, Orphan orphan) {
        return Write.putIf(table, write(orphan.bust()), "heldBy = :seen", seen(orphan));
    }

    /** Empty if an order has it. */
    static Optional<Orphan> orphan(Item item) {
        String heldBy = item.text("heldBy");
        return switch (heldBy) {
            case ORDER -> Optional.empty();
            case ORPHAN, BUSTED -> Optional.of(read(item, heldBy.equals(BUSTED)));
            default -> throw new IllegalStateException("unknown claim: " + heldBy);
        };
    }

    /** The index partition of a broker's orphans. */
    static String listPk(BrokerId broker) {
        return "ORPHAN#" + broker;
    }

    private static Item write(Orphan orphan) {
        PositionId home = orphan.home();
        return ExecutionItem.writeFields(
                        Item.at(Key.claim(orphan.broker(), orphan.execId())), orphan.execution())
                .put("type", "CLAIM")
                .put("heldBy", orphan.busted() ? BUSTED : ORPHAN)
                .put("tenant", home.tenant().name())
                .put("account", home.account().name())
                .put("broker", home.broker().name())
                .put("brokerOrderId", orphan.brokerOrderId().text())
                .put("listPk", listPk(orphan.broker()))
                .put("listSk", orphan.execId().text());
    }

    private static Orphan read(Item item, boolean busted) {
        return new Orphan(
                new PositionId(
                        new Tenant(item.text("tenant")),
                        new Account(item.text("account")),
                        new BrokerId(item.text("broker")),
                        new Symbol(item.text("symbol"))),
                new BrokerOrderId(item.text("brokerOrderId")),
                ExecutionItem.read(item),
                busted);
    }

    private static Map<String, AttributeValue> seen(Orphan orphan) {
        return Map.of(":seen", AttributeValue.fromS(orphan.busted() ? BUSTED : ORPHAN));
    }
}
