package dev.primegate.dynamodb;

import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Symbol;
import dev.primegate.money.Price;
import dev.primegate.risk.Closes;
import dev.primegate.risk.Reference;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** Closing prices, one item for each day and instrument, written once. */
@Singleton
class DynamoCloses implements Closes {
    private final Table table;

    DynamoCloses(Table table) {
        this.table = table;
    }

    @Override
    public Map<Symbol, Reference> of(LocalDate day) {
        return table.query(Key.closes(day), Key.CLOSE).stream()
                .collect(
                        Collectors.toMap(
                                item -> new Symbol(item.text("symbol")),
                                item ->
                                        new Reference(
                                                new Price(item.decimal("price")),
                                                item.time("at"),
                                                new BrokerId(item.text("source")))));
    }

    @Override
    public void keep(LocalDate day, Map<Symbol, Reference> prices) {
        prices.forEach((symbol, price) ->
                table.putIfAbsent(
                        Item.at(Key.close(day, symbol))
                                .put("type", "CLOSE")
                                .put("symbol", symbol.text())
                                .put("price", price.price().amount())
                                .put("at", price.at())
                                .put("source", price.source().name())));
    }
}
