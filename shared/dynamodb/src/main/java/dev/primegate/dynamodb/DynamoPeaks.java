package dev.primegate.dynamodb;

import dev.primegate.money.Asset;
import dev.primegate.money.Money;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import dev.primegate.risk.Peak;
import dev.primegate.risk.Peaks;
import dev.primegate.risk.TradingState;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Peaks in the table, one item for each account; a version tells who writes over whom. */
@Singleton
class DynamoPeaks implements Peaks {
    private final Table table;

    DynamoPeaks(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Peak> peak(Tenant tenant, Account account) {
        return table.get(Key.peak(tenant, account)).map(DynamoPeaks::read);
    }

    @Override
    public boolean replace(Tenant tenant, Account account, Optional<Peak> seen, Peak next) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":next", RiskItem.number(next.version()));
        values.put(":profit", RiskItem.number(next.profit().amount()));
        values.put(":currency", AttributeValue.fromS(next.profit().asset().code()));
        values.put(":at", AttributeValue.fromS(Times.text(next.at())));
        next.reached()
                .ifPresent(reached -> {
                    values.put(":state", AttributeValue.fromS(reached.state().name()));
                    values.put(":since", AttributeValue.fromS(Times.text(reached.at())));
                });
        seen.ifPresent(peak -> values.put(":seen", RiskItem.number(peak.version())));
        return table.updateIf(
                Key.peak(tenant, account),
                "SET version = :next, profit = :profit, currency = :currency, #at = :at"
                        + (next.reached().isPresent()
                                ? ", reachedState = :state, reachedAt = :since"
                                : " REMOVE reachedState, reachedAt"),
                seen.isPresent() ? "version = :seen" : "attribute_not_exists(pk)",
                Map.of("#at", "at"),
                values);
    }

    private static Peak read(Item item) {
        return new Peak(
                item.number("version"),
                new Money(item.decimal("profit"), new Asset(item.text("currency"))),
                item.time("at"),
                item.optionalText("reachedState")
                        .map(state ->
                                new Peak.Reached(
                                        TradingState.valueOf(state), item.time("reachedAt"))));
    }
}
