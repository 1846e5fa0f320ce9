package dev.primegate.broker;

import dev.primegate.money.Decimal10;
import java.util.Optional;

/**
 * What a broker says we hold of an instrument, under the broker's own symbol.
 *
 * @param quantity above zero long, below zero short
 * @param averageCost of one unit, if this view knows it
 */
public record Holding(String brokerSymbol, Decimal10 quantity, Optional<Decimal10> averageCost) {}
