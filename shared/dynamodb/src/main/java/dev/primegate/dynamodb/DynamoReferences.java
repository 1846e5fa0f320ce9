package dev.primegate.dynamodb;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Price;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reference prices in the table: one item for each instrument, with two attributes for each source,
 * so that an order needs one reading whoever publishes.
 */
@Singleton
class DynamoReferences implements References {
    private static final String PRICE = "px/";
    private static final String TIME = "at/";

    private final Table table;

    DynamoReferences(Table table) {
        this.table = table;
    }

    @Override
    public Map<Symbol, List<Reference>> all(Set<Symbol> symbols) {
        Map<Key, Item> items = table.getAll(symbols.stream().map(Key::reference).toList());
        Map<Symbol, List<Reference>> all = new HashMap<>();
        for (Symbol symbol : symbols) {
            Item item = items.get(Key.reference(symbol));
            if (item != null) {
                all.put(symbol, read(item));
            }
        }
        return all;
    }

    static List<Reference> read(Item item) {
        return item.attributes().keySet().stream()
                .filter(name -> name.startsWith(PRICE))
                .map(name -> name.substring(PRICE.length()))
                .sorted()
                .map(source ->
                        new Reference(
                                new Price(item.decimal(PRICE + source)),
                                item.time(TIME + source),
                                new BrokerId(source)))
                .toList();
    }

    @Override
    public void publish(Symbol symbol, Reference reference) {
        String source = reference.source().name();
        // Where it does not hold, what is there is as good, or better.
        var _ =
                table.updateIf(
                        Key.reference(symbol),
                        "SET #price = :price, #at = :at",
                        "attribute_not_exists(#at) OR #at < :at",
                        Map.of("#price", PRICE + source, "#at", TIME + source),
                        Map.of(
                                ":price", RiskItem.number(reference.price().amount()),
                                ":at", AttributeValue.fromS(Times.text(reference.at()))));
    }
}
