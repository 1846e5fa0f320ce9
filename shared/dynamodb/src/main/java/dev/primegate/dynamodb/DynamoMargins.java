package dev.primegate.dynamodb;

import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.MarginState;
import dev.primegate.ledger.Margins;
import dev.primegate.money.Asset;
import dev.primegate.money.Money;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What brokers say of margin, one item for each broker. */
@Singleton
class DynamoMargins implements Margins {
    private final Table table;

    DynamoMargins(Table table) {
        this.table = table;
    }

    @Override
    public Optional<MarginState> last(BrokerId broker) {
        return table.get(Key.margin(broker))
                .map(item ->
                        new MarginState(
                                MarginState.Level.valueOf(item.text("level")),
                                item.set("calls"),
                                item.optionalDecimal("shortfall")
                                        .map(amount ->
                                                new Money(
                                                        amount, new Asset(item.text("currency")))),
                                item.time("at")));
    }

    @Override
    public void record(BrokerId broker, MarginState state) {
        Item item =
                Item.at(Key.margin(broker))
                        .put("type", "MARGIN")
                        .put("level", state.level().name())
                        .put("at", state.at());
        state.shortfall()
                .ifPresent(missing ->
                        item.put("shortfall", missing.amount())
                                .put("currency", missing.asset().code()));
        // A set of nothing is no set.
        if (!state.calls().isEmpty()) {
            item.put("calls", state.calls());
        }
        table.putIf(
                item,
                "attribute_not_exists(pk) OR #at < :at",
                Map.of("#at", "at"),
                Map.of(":at", AttributeValue.fromS(Times.text(state.at()))));
    }
}
