package dev.primegate.dynamodb;

import dev.primegate.ledger.Holding;
import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.Line;
import dev.primegate.ledger.Position;
import dev.primegate.ledger.TradePage;
import dev.primegate.ledger.Wanted;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Positions and tapes in the table. */
@Singleton
class DynamoLedger implements Ledger {
    /** How many lines a page looks at, so that a rare symbol cannot read the whole tape. */
    private static final int LOOKED_AT = 1_000;

    private final Table table;
    private final CostMarks marks;

    DynamoLedger(Table table, CostMarks marks) {
        this.table = table;
        this.marks = marks;
    }

    @Override
    public List<Position> positions(Tenant tenant, Account account) {
        return table.query(Key.positions(tenant, account)).stream()
                .map(PositionItem::read)
                .toList();
    }

    @Override
    public List<Holding> holdings(Tenant tenant, Account account) {
        return marks.holdings(tenant, account);
    }

    @Override
    public List<Line> tape(Tenant tenant, Account account) {
        return table.query(Key.tape(tenant, account)).stream().map(LineItem::read).toList();
    }

    @Override
    public TradePage trades(Wanted wanted, Optional<String> after, int limit) {
        Table.Page page =
                table.page(
                        Key.tape(wanted.tenant(), wanted.account()),
                        // Behind the line itself, and before whatever follows it.
                        after.map(line -> line + " ").orElse(Times.text(wanted.from())),
                        Times.text(wanted.until()),
                        LOOKED_AT);
        List<Line.Traded> found = new ArrayList<>();
        int looked = 0;
        while (looked < page.items().size() && found.size() < limit) {
            Line line = LineItem.read(page.items().get(looked++));
            if (line instanceof Line.Traded trade && wanted.takes(trade)) {
                found.add(trade);
            }
        }
        boolean more = looked < page.items().size() || page.more();
        return new TradePage(
                standing(found),
                more && looked > 0
                        ? Optional.of(page.items().get(looked - 1).text("sk"))
                        : Optional.empty());
    }

    /** What has become of each since: busts and claims stand under keys of their own. */
    private List<TradePage.Trade> standing(List<Line.Traded> trades) {
        Map<Key, Item> items =
                table.getAll(trades.stream().map(DynamoLedger::fate).distinct().toList());
        List<TradePage.Trade> standing = new ArrayList<>();
        for (Line.Traded trade : trades) {
            Optional<Item> fate = Optional.ofNullable(items.get(fate(trade)));
            if (trade.order().isPresent()) {
                standing.add(new TradePage.Trade(trade, fate.isPresent()));
            } else {
                // Without an orphan's claim it went to its order, on another line.
                fate.flatMap(ClaimItem::orphan)
                        .ifPresent(o -> standing.add(new TradePage.Trade(trade, o.busted())));
            }
        }
        return standing;
    }

    private static Key fate(Line.Traded trade) {
        return trade.order()
                .map(order -> Key.bust(order, trade.execution().id()))
                .orElseGet(() -> Key.claim(trade.position().broker(), trade.execution().id()));
    }
}
