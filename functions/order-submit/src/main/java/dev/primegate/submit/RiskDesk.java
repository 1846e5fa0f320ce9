package dev.primegate.submit;

import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.money.Quantity;
import dev.primegate.order.NewOrder;
import dev.primegate.risk.Limits;
import dev.primegate.risk.PreTrade;
import dev.primegate.risk.Reference;
import dev.primegate.risk.Verdict;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Brings limits and fresh prices to the checks that need no book. */
@Singleton
class RiskDesk {
    private final RiskConfig config;
    private final RecentReferences references;
    private final SymbolMaster symbols;

    RiskDesk(RiskConfig config, RecentReferences references, SymbolMaster symbols) {
        this.config = config;
        this.references = references;
        this.symbols = symbols;
    }

    Verdict check(NewOrder order, Instrument instrument, Instant now) {
        return new PreTrade(
                        instrument,
                        limits(instrument),
                        reference(instrument, now),
                        rate(instrument, now))
                .check(order);
    }

    Duration duplicateWindow() {
        return config.duplicateWindow();
    }

    Limits limits(Instrument instrument) {
        RiskConfig.SymbolLimits own =
                Objects.requireNonNull(
                        config.symbols().get(instrument.symbol().text()), "a map with defaults");
        return new Limits(
                new Quantity(Decimal10.exactly(own.maxOrderQty())),
                Decimal10.exactly(config.maxOrderNotional()),
                Decimal10.exactly(config.openNotional()),
                config.openOrders(),
                new Quantity(Decimal10.exactly(own.maxLong())),
                new Quantity(Decimal10.exactly(own.maxShort())));
    }

    private Optional<Price> reference(Instrument instrument, Instant now) {
        return references.fresh(instrument.symbol(), now).map(Reference::price);
    }

    /** Risk currency for one unit of the quote asset. */
    private Optional<Decimal10> rate(Instrument instrument, Instant now) {
        String quote = instrument.quote().code();
        if (quote.equals(config.currency())) {
            return Optional.of(Decimal10.ONE);
        }
        return symbols.resolve(quote + "-" + config.currency())
                .flatMap(pair -> reference(pair, now))
                .map(Price::amount);
    }
}
