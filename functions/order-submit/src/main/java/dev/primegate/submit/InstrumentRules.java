package dev.primegate.submit;

import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.Symbol;
import dev.primegate.submit.RiskConfig.InstrumentLimits;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The limits of single instruments and of their classes. */
final class InstrumentRules {
    private final List<OfSymbol> symbols;
    private final List<RiskConfig.ClassLimits> classes;

    /** Takes them from {@code config}; {@code known} refuses what is no instrument. */
    InstrumentRules(RiskConfig config, Function<String, Symbol> known) {
        this.symbols =
                config.symbols().stream()
                        .map(entry ->
                                new OfSymbol(known.apply(entry.symbol()), entry.account(), entry))
                        .toList();
        this.classes = config.classes();
    }

    /** The account's own for the symbol, then the symbol's, then its class's. */
    <T> Optional<T> limit(
            Instrument instrument,
            Optional<String> account,
            Function<InstrumentLimits, Optional<T>> value) {
        return Stream.of(
                        account.stream().flatMap(own -> of(instrument, Optional.of(own))),
                        of(instrument, Optional.empty()),
                        classes.stream()
                                .filter(entry -> entry.assetClass() == instrument.assetClass())
                                .map(InstrumentLimits.class::cast))
                .flatMap(entries -> entries)
                .map(value)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Stream<InstrumentLimits> of(Instrument instrument, Optional<String> account) {
        return symbols.stream()
                .filter(entry -> entry.symbol.equals(instrument.symbol()))
                .filter(entry -> entry.account.equals(account))
                .map(OfSymbol::limits);
    }

    private record OfSymbol(Symbol symbol, Optional<String> account, InstrumentLimits limits) {}
}
