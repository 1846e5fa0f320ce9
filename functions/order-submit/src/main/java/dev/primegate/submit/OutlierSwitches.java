package dev.primegate.submit;

import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.risk.Outlier;
import dev.primegate.risk.Reference;
import dev.primegate.risk.References;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Says where the outlier switch is off: where nobody but the broker itself tells a price. */
@Singleton
class OutlierSwitches {
    private static final Logger LOG = Logger.getLogger(OutlierSwitches.class);

    private final Brokers<OrderGateway> gateways;
    private final SymbolMaster symbols;
    private final References references;
    private final Clock clock;
    private volatile Set<String> told = Set.of();

    OutlierSwitches(
            Brokers<OrderGateway> gateways,
            SymbolMaster symbols,
            References references,
            Clock clock) {
        this.gateways = gateways;
        this.symbols = symbols;
        this.references = references;
        this.clock = clock;
    }

    /** A switch that is off, and why. */
    record Off(BrokerId broker, Symbol symbol, String why) {
        private String text() {
            return "broker=%s symbol=%s why=%s".formatted(broker, symbol, why);
        }
    }

    /** Those that are off now, by broker and instrument. */
    List<Off> off() {
        Set<Symbol> all =
                symbols.all().stream().map(Instrument::symbol).collect(Collectors.toSet());
        Map<Symbol, List<Reference>> there = references.all(all);
        List<Off> off = new ArrayList<>();
        for (OrderGateway gateway : gateways.all()) {
            for (Instrument instrument : symbols.all()) {
                Symbol symbol = instrument.symbol();
                Outlier.off(
                                clock.instant(),
                                gateway.broker(),
                                there.getOrDefault(symbol, List.of()))
                        .ifPresent(why -> off.add(new Off(gateway.broker(), symbol, why)));
            }
        }
        return off;
    }

    /** Logs what was not off, or not for that reason, when this process last looked. */
    List<Off> tell() {
        List<Off> off = off();
        List<Off> fresh = off.stream().filter(each -> !told.contains(each.text())).toList();
        fresh.forEach(each -> LOG.warnf("event=outlier-switch-off %s", each.text()));
        told = off.stream().map(Off::text).collect(Collectors.toCollection(TreeSet::new));
        return fresh;
    }
}
