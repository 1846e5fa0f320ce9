package dev.primegate.broker;

import dev.primegate.money.Decimal10;

/** An instrument as a broker offers it, under the broker's own symbol. */
public record Product(
        String brokerSymbol,
        Decimal10 quantityStep,
        Decimal10 priceStep,
        Decimal10 minQuantity,
        Decimal10 maxQuantity) {}
