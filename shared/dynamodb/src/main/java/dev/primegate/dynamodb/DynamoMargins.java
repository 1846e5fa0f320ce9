package dev.primegate.dynamodb;

import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.MarginState;
import dev.primegate.ledger.Margins;
import dev.primegate.money.Asset;
import dev.primegate.money.Money;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What brokers say of margin, one item for each broker and one for each day. */
@Singleton
class DynamoMargins implements Margins {
    private final Table table;

    DynamoMargins(Table table) {
        this.table = table;
    }

    @Override
    public Optional<MarginState> last(BrokerId broker, MarginState.Model model) {
        return table.get(Key.margin(broker, model)).map(item -> read(item, model));
    }

    @Override
    public Optional<MarginState> last(BrokerId broker, MarginState.Model model, LocalDate day) {
        return table.get(Key.margin(broker, model, day)).map(item -> read(item, model));
    }

    private static MarginState read(Item item, MarginState.Model model) {
        return new MarginState(
                model,
                MarginState.Level.valueOf(item.text("level")),
                item.set("calls"),
                money(item, "requirement"),
                money(item, "excess"),
                item.time("at"),
                item.text("source"));
    }

    @Override
    public void record(BrokerId broker, MarginState state) {
        LocalDate day = LocalDate.ofInstant(state.asOf(), ZoneOffset.UTC);
        put(Key.margin(broker, state.model(), day), state);
        // The day's first: who finds the last word finds its day's.
        put(Key.margin(broker, state.model()), state);
    }

    private void put(Key key, MarginState state) {
        Item item =
                Item.at(key)
                        .put("type", "MARGIN")
                        .put("level", state.level().name())
                        .put("source", state.source())
                        .put("at", state.asOf());
        put(item, "requirement", state.requirement());
        put(item, "excess", state.excess());
        // A set of nothing is no set.
        if (!state.calls().isEmpty()) {
            item.put("calls", state.calls());
        }
        table.putIf(
                item,
                "attribute_not_exists(pk) OR #at < :at",
                Map.of("#at", "at"),
                Map.of(":at", AttributeValue.fromS(Times.text(state.asOf()))));
    }

    /** Both amounts are in one currency, so that is written once. */
    private static void put(Item item, String name, Optional<Money> money) {
        money.ifPresent(m -> item.put(name, m.amount()).put("currency", m.asset().code()));
    }

    private static Optional<Money> money(Item item, String name) {
        return item.optionalDecimal(name)
                .map(amount -> new Money(amount, new Asset(item.text("currency"))));
    }
}
