package dev.primegate.dynamodb;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.ledger.Line;
import dev.primegate.ledger.Position;
import dev.primegate.ledger.PositionId;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** A position as an item: sums, which each line of the tape adds to. */
final class PositionItem {
    /** Begins the name of each attribute that sums what was charged in one asset. */
    private static final String FEE = "fee_";

    private PositionItem() {}

    /** The lines, and their sums: every write of a line of the tape goes through here. */
    static Stream<TransactWriteItem> writes(String table, List<Line> lines) {
        Map<PositionId, Position> changes = new LinkedHashMap<>();
        for (Line line : lines) {
            changes.merge(line.position(), line.change(), Position::plus);
        }
        return Stream.concat(
                lines.stream().map(line -> Write.putIfAbsent(table, LineItem.write(line))),
                changes.entrySet().stream()
                        .map(change -> add(change.getKey(), change.getValue()).build(table)));
    }

    static Position read(Item item) {
        String[] names = item.text("sk").split("#", 2);
        SortedMap<Asset, Decimal10> fees = new TreeMap<>();
        for (String name : item.attributes().keySet()) {
            if (name.startsWith(FEE)) {
                fees.put(new Asset(name.substring(FEE.length())), item.decimal(name));
            }
        }
        return new Position(
                new BrokerId(names[0]),
                new Symbol(names[1]),
                item.decimal("bought"),
                item.decimal("boughtValue"),
                item.decimal("sold"),
                item.decimal("soldValue"),
                item.decimal("moved"),
                item.decimal("movedValue"),
                fees,
                item.number("lineCount"));
    }

    private static Write.Update add(PositionId id, Position change) {
        Write.Update update =
                new Write.Update(Key.position(id))
                        .add("bought", RiskItem.number(change.bought()))
                        .add("boughtValue", RiskItem.number(change.boughtValue()))
                        .add("sold", RiskItem.number(change.sold()))
                        .add("soldValue", RiskItem.number(change.soldValue()))
                        .add("moved", RiskItem.number(change.moved()))
                        .add("movedValue", RiskItem.number(change.movedValue()))
                        .add("lineCount", RiskItem.number(change.lines()));
        change.fees().forEach((asset, amount) -> update.add(FEE + asset, RiskItem.number(amount)));
        return update;
    }
}
