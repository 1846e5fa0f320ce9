package dev.primegate.dynamodb;

import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.Balance;
import dev.primegate.ledger.BalanceLog;
import dev.primegate.ledger.Balances;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What brokers say of our balances, an item for each broker. */
@Singleton
class DynamoBalances implements BalanceLog {
    private final Table table;

    DynamoBalances(Table table) {
        this.table = table;
    }

    @Override
    public void record(Balances latest) {
        Map<String, String> amounts = new TreeMap<>();
        Map<String, String> holds = new TreeMap<>();
        for (Balance balance : latest.all()) {
            String asset = balance.amount().asset().code();
            amounts.put(asset, balance.amount().amount().toString());
            holds.put(asset, balance.holds().amount().toString());
        }
        var _ =
                table.putIf(
                        Item.at(Key.balances(latest.broker()))
                                .put("type", "BALANCES")
                                .put("amounts", amounts)
                                .put("holds", holds)
                                .put("asOf", latest.asOf())
                                .put("origin", latest.source()),
                        "attribute_not_exists(pk) OR asOf < :asOf",
                        Map.of(),
                        Map.of(":asOf", AttributeValue.fromS(Times.text(latest.asOf()))));
    }

    @Override
    public List<Balances> latest() {
        return table.query(Key.BALANCES).stream().map(DynamoBalances::read).toList();
    }

    private static Balances read(Item item) {
        Map<String, String> holds = item.map("holds");
        List<Balance> all =
                item.map("amounts").entrySet().stream()
                        .map(entry ->
                                new Balance(
                                        money(entry.getKey(), entry.getValue()),
                                        money(
                                                entry.getKey(),
                                                Objects.requireNonNull(holds.get(entry.getKey())))))
                        .toList();
        return new Balances(
                new BrokerId(item.text("sk")), all, item.time("asOf"), item.text("origin"));
    }

    private static Money money(String asset, String amount) {
        return new Money(Decimal10.of(amount), new Asset(asset));
    }
}
