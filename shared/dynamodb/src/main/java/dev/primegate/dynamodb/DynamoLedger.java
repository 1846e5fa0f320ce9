package dev.primegate.dynamodb;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.Position;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import jakarta.inject.Singleton;
import java.util.List;

/** Positions in the table. */
@Singleton
class DynamoLedger implements Ledger {
    private final Table table;

    DynamoLedger(Table table) {
        this.table = table;
    }

    @Override
    public List<Position> positions(Tenant tenant, Account account) {
        return table.query(Key.positions(tenant, account)).stream()
                .map(DynamoLedger::position)
                .toList();
    }

    private static Position position(Item item) {
        String[] names = item.text("sk").split("#", 2);
        return new Position(
                new BrokerId(names[0]),
                new Symbol(names[1]),
                item.decimal("bought"),
                item.decimal("boughtValue"),
                item.decimal("sold"),
                item.decimal("soldValue"));
    }
}
