package dev.primegate.submit;

import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** How much of what. */
@RegisterForReflection
public record AmountView(String asset, String amount) {
    static AmountView of(Money money) {
        return of(money.asset(), money.amount());
    }

    static AmountView of(Asset asset, Decimal10 amount) {
        return new AmountView(asset.code(), amount.toString());
    }
}
