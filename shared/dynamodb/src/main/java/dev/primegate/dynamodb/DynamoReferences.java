package dev.primegate.dynamodb;

import dev.primegate.instrument.Symbol;
import dev.primegate.money.Price;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reference prices in the table. */
@Singleton
class DynamoReferences implements References {
    private final Table table;

    DynamoReferences(Table table) {
        this.table = table;
    }

    @Override
    public Map<Symbol, Reference> latest(Set<Symbol> symbols) {
        Map<Key, Item> items = table.getAll(symbols.stream().map(Key::reference).toList());
        Map<Symbol, Reference> latest = new HashMap<>();
        for (Symbol symbol : symbols) {
            Item item = items.get(Key.reference(symbol));
            if (item != null) {
                latest.put(symbol, read(item));
            }
        }
        return latest;
    }

    static Reference read(Item item) {
        return new Reference(new Price(item.decimal("price")), item.time("at"));
    }

    @Override
    public void publish(Symbol symbol, Reference reference) {
        var _ = table.putIf(
                Item.at(Key.reference(symbol))
                        .put("type", "REFERENCE")
                        .put("price", reference.price().amount())
                        .put("at", reference.at()),
                "attribute_not_exists(pk) OR #at < :at",
                Map.of("#at", "at"),
                Map.of(":at", AttributeValue.fromS(Times.text(reference.at()))));
    }
}
