package dev.primegate.submit;

import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.Position;
import dev.primegate.ledger.Profit;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Marks an account's positions at fresh reference prices. */
@Singleton
class ProfitDesk {
    private final Asset currency;
    private final Duration maxAge;
    private final References references;
    private final Ledger ledger;
    private final SymbolMaster symbols;

    ProfitDesk(RiskConfig risk, References references, Ledger ledger, SymbolMaster symbols) {
        this.currency = new Asset(risk.currency());
        this.maxAge = risk.referenceMaxAge();
        this.references = references;
        this.ledger = ledger;
        this.symbols = symbols;
    }

    /** What there is to see. */
    sealed interface Finding {
        record Marked(Profit profit) implements Finding {}

        /** Something is held, or was, that no fresh price tells the worth of. */
        record Blind(String why) implements Finding {}
    }

    Finding look(Tenant tenant, Account account, Instant now) {
        List<Position> positions = ledger.positions(tenant, account);
        Map<Symbol, Reference> marks = references.latest(needed(positions));
        Profit profit = Profit.none(currency);
        for (Position position : positions) {
            Instrument instrument = symbols.get(position.symbol());
            Optional<Decimal10> rate = rate(instrument, marks, now);
            if (rate.isEmpty()) {
                return new Finding.Blind("no fresh rate of " + instrument.quote());
            }
            if (position.quantity().signum() == 0) {
                profit = profit.plusClosed(position, rate.get());
            } else {
                Optional<Reference> mark = fresh(instrument, marks, now);
                if (mark.isEmpty()) {
                    return new Finding.Blind("no fresh reference price of " + position.symbol());
                }
                profit = profit.plus(position, mark.get().price(), rate.get());
            }
        }
        return new Finding.Marked(profit);
    }

    /** Prices of what is held, and rates of what it is paid in. */
    private Set<Symbol> needed(List<Position> positions) {
        Set<Symbol> needed = new HashSet<>();
        for (Position position : positions) {
            needed.add(position.symbol());
            pair(symbols.get(position.symbol())).ifPresent(pair -> needed.add(pair.symbol()));
        }
        return needed;
    }

    private Optional<Decimal10> rate(
            Instrument instrument, Map<Symbol, Reference> marks, Instant now) {
        return instrument.quote().equals(currency)
                ? Optional.of(Decimal10.ONE)
                : pair(instrument)
                        .flatMap(pair -> fresh(pair, marks, now))
                        .map(reference -> reference.price().amount());
    }

    private Optional<Instrument> pair(Instrument instrument) {
        return symbols.resolve(instrument.quote() + "-" + currency);
    }

    private Optional<Reference> fresh(
            Instrument instrument, Map<Symbol, Reference> marks, Instant now) {
        return Optional.ofNullable(marks.get(instrument.symbol()))
                .filter(reference -> reference.isFresh(now, maxAge));
    }
}
