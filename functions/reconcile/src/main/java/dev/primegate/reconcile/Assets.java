package dev.primegate.reconcile;

import dev.primegate.broker.Holding;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Position;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.order.Execution;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Positions counted in what they are of: brokers that keep coins know no pairs. Money that is the
 * base of no instrument is no part of a position: see {@link LiveCash}.
 */
record Assets(SymbolMaster symbols, Set<String> bases, Set<String> money) {
    /**
     * What a broker names and nobody here knows; its drift has no price, so nobody calls it flat.
     */
    private static final String UNKNOWN = "?";

    static Assets of(SymbolMaster symbols) {
        Set<String> bases =
                symbols.all().stream().map(i -> i.base().code()).collect(Collectors.toSet());
        Set<String> money =
                symbols.all().stream()
                        .map(i -> i.quote().code())
                        .filter(code -> !bases.contains(code))
                        .collect(Collectors.toSet());
        return new Assets(symbols, bases, money);
    }

    /** Whether it is money that is the base of nothing. */
    boolean isMoney(String code) {
        return money.contains(code);
    }

    /** What positions come to: a pair's second asset was paid or taken in, and fees went. */
    Map<String, Decimal10> ofPositions(List<Position> positions) {
        Map<String, Decimal10> amounts = new TreeMap<>();
        for (Position position : positions) {
            Instrument instrument = symbols.get(position.symbol());
            add(amounts, instrument.base(), position.quantity());
            add(amounts, instrument.quote(), position.soldValue().minus(position.boughtValue()));
            position.fees().forEach((asset, fee) -> add(amounts, asset, fee.negated()));
        }
        return amounts;
    }

    /** What one trade moves, money included. */
    Map<String, Decimal10> ofTrade(Execution execution) {
        Instrument instrument = symbols.get(execution.symbol());
        Map<String, Decimal10> amounts = new TreeMap<>();
        Decimal10 signed = execution.side().signed(execution.lastQty());
        Decimal10 paid = execution.value();
        amounts.merge(instrument.base().code(), signed, Decimal10::plus);
        amounts.merge(
                instrument.quote().code(),
                signed.signum() > 0 ? paid.negated() : paid,
                Decimal10::plus);
        execution
                .fee()
                .ifPresent(fee ->
                        amounts.merge(fee.asset().code(), fee.amount().negated(), Decimal10::plus));
        return amounts;
    }

    /** What a broker says, under its own names. */
    Map<String, Decimal10> ofHoldings(BrokerId broker, List<Holding> holdings) {
        Map<String, Decimal10> amounts = new TreeMap<>();
        for (Holding holding : holdings) {
            String name = holding.brokerSymbol();
            Optional<Instrument> instrument = symbols.resolve(broker, name);
            String asset =
                    instrument
                            .map(i -> i.base().code())
                            .orElse(
                                    bases.contains(name) || money.contains(name)
                                            ? name
                                            : UNKNOWN + name);
            if (!money.contains(asset) && holding.quantity().signum() != 0) {
                amounts.merge(asset, holding.quantity(), Decimal10::plus);
            }
        }
        return amounts;
    }

    private void add(Map<String, Decimal10> amounts, Asset asset, Decimal10 amount) {
        if (bases.contains(asset.code()) && amount.signum() != 0) {
            amounts.merge(asset.code(), amount, Decimal10::plus);
        }
    }
}
