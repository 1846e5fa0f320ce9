package dev.primegate.submit;

import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.order.Denial;
import dev.primegate.order.NewOrder;
import dev.primegate.risk.Limits;
import dev.primegate.risk.PreTrade;
import dev.primegate.risk.Reference;
import dev.primegate.risk.Verdict;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Brings rules and prices to the checks that need no book. */
@Singleton
class RiskDesk {
    private final RiskConfig config;
    private final RiskRules rules;
    private final RampCheck ramp;
    private final RecentReferences references;
    private final SymbolMaster symbols;

    RiskDesk(
            RiskConfig config,
            RiskRules rules,
            RampCheck ramp,
            RecentReferences references,
            SymbolMaster symbols) {
        this.config = config;
        this.rules = rules;
        this.ramp = ramp;
        this.references = references;
        this.symbols = symbols;
    }

    Verdict check(NewOrder order, Instrument instrument, Instant now) {
        Optional<Denial> denial = rules.mandate(order, instrument).denial(order, instrument, now);
        if (denial.isPresent()) {
            return new Verdict.Denied(denial.get());
        }
        Optional<Price> price = fresh(instrument, now);
        Optional<Decimal10> rate = rate(instrument, now);
        boolean concentrated = rules.concentration(order).isPresent();
        Optional<BigDecimal> mark =
                concentrated
                        ? price.or(() -> within(instrument, now, config.markMaxAge()))
                                .flatMap(p -> rate.map(r -> worth(p, r)))
                        : Optional.empty();
        if (concentrated && mark.isEmpty() && rate.isPresent()) {
            return new Verdict.Denied(
                    Denial.of(
                            "no-reference-price",
                            "no price of %s to measure concentration by"
                                    .formatted(order.symbol())));
        }
        Limits limits = rules.limits(order, instrument, mark);
        Verdict verdict =
                new PreTrade(instrument, limits, rules.prices(order, instrument), price, rate)
                        .check(order);
        return verdict instanceof Verdict.Passed passed ? ramp.check(order, passed) : verdict;
    }

    Duration duplicateWindow() {
        return config.duplicateWindow();
    }

    private Optional<Price> fresh(Instrument instrument, Instant now) {
        return within(instrument, now, config.referenceMaxAge());
    }

    private Optional<Price> within(Instrument instrument, Instant now, Duration maxAge) {
        return references.fresh(instrument.symbol(), now, maxAge).map(Reference::price);
    }

    /** Risk currency for one unit of the quote asset. */
    private Optional<Decimal10> rate(Instrument instrument, Instant now) {
        String quote = instrument.quote().code();
        if (quote.equals(config.currency())) {
            return Optional.of(Decimal10.ONE);
        }
        return symbols.resolve(quote + "-" + config.currency())
                .flatMap(pair -> fresh(pair, now))
                .map(Price::amount);
    }

    /** Not rounded: whoever divides by it rounds once. */
    private static BigDecimal worth(Price price, Decimal10 rate) {
        return price.amount().toBigDecimal().multiply(rate.toBigDecimal());
    }
}
