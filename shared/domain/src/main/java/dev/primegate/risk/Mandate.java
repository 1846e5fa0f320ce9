package dev.primegate.risk;

import dev.primegate.instrument.AssetClass;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.TradingHours;
import dev.primegate.order.Denial;
import dev.primegate.order.NewOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an account may trade at all, and when.
 *
 * @param restricted instruments that nobody may trade
 * @param symbols those the account may trade; with no classes either, all of them
 * @param classes further instruments it may trade, by their class
 * @param hours of the instrument's market
 */
public record Mandate(
        List<Restriction> restricted,
        Set<Symbol> symbols,
        Set<AssetClass> classes,
        TradingHours hours) {

    public Optional<Denial> denial(NewOrder order, Instrument instrument, Instant now) {
        // An order that begins later is judged by when it begins.
        Instant begin = order.effectiveTime().filter(now::isBefore).orElse(now);
        if (isRestricted(order.symbol(), now) || isRestricted(order.symbol(), begin)) {
            return Optional.of(
                    Denial.of("restricted-symbol", order.symbol() + " is on the restricted list"));
        }
        if (!isAllowed(instrument)) {
            return Optional.of(
                    Denial.beyond(
                            "instrument-not-allowed",
                            "the account may not trade this instrument",
                            "%s %s".formatted(new TreeSet<>(classes), new TreeSet<>(symbols)),
                            "%s %s".formatted(instrument.assetClass(), order.symbol())));
        }
        return hours.isOpenAt(begin)
                ? Optional.empty()
                : Optional.of(
                        Denial.of("market-closed", "the instrument does not trade at " + begin));
    }

    private boolean isRestricted(Symbol symbol, Instant time) {
        return restricted.stream().anyMatch(restriction -> restriction.covers(symbol, time));
    }

    private boolean isAllowed(Instrument instrument) {
        return (symbols.isEmpty() && classes.isEmpty())
                || symbols.contains(instrument.symbol())
                || classes.contains(instrument.assetClass());
    }
}
