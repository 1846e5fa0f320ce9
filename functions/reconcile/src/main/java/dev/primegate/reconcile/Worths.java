package dev.primegate.reconcile;

import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.money.Price;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import jakarta.inject.Singleton;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What things are worth, by the latest reference prices. */
@Singleton
class Worths {
    private final References references;
    private final SymbolMaster symbols;
    private final BooksConfig config;
    private final Clock clock;

    Worths(References references, SymbolMaster symbols, BooksConfig config, Clock clock) {
        this.references = references;
        this.symbols = symbols;
        this.config = config;
        this.clock = clock;
    }

    Decimal10 highStake() {
        return Decimal10.exactly(config.highStake());
    }

    /**
     * What so much of an instrument is worth in its quote asset; nothing where nobody knows a
     * price, so that the gravity of a difference comes from its cause.
     */
    Money ofSymbol(String name, Decimal10 amount) {
        Optional<Instrument> instrument = symbols.resolve(name);
        Asset asset = instrument.map(Instrument::quote).orElse(new Asset(config.currency()));
        Decimal10 worth =
                instrument
                        .flatMap(i -> references.latest(i.symbol()))
                        .map(r -> amount.times(r.price().amount(), RoundingMode.UP))
                        .orElse(Decimal10.ZERO);
        return new Money(worth, asset);
    }

    /** What so much of an asset is worth in the one currency; nothing without a fresh price. */
    Money ofAsset(Money amount) {
        Decimal10 worth =
                Optional.ofNullable(ofAssets().get(amount.asset().code()))
                        .map(price -> amount.amount().times(price.amount(), RoundingMode.UP))
                        .orElse(Decimal10.ZERO);
        return new Money(worth, new Asset(config.currency()));
    }

    /** A fresh price of each asset in the one currency, where there is one; its own is one. */
    Map<String, Price> ofAssets() {
        Set<Symbol> quoted =
                symbols.all().stream()
                        .filter(i -> i.quote().code().equals(config.currency()))
                        .map(Instrument::symbol)
                        .collect(Collectors.toSet());
        Map<String, Price> prices = new TreeMap<>();
        prices.put(config.currency(), new Price(Decimal10.ONE));
        Map<Symbol, Reference> latest = references.latest(quoted);
        latest.forEach((symbol, reference) -> {
            if (reference.isFresh(clock.instant(), config.priceAge())) {
                prices.put(symbols.get(symbol).base().code(), reference.price());
            }
        });
        return prices;
    }
}
