package dev.primegate.reconcile;

import dev.primegate.alert.AlertLog;
import dev.primegate.broker.AccountReports;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Product;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.Instrument;
import dev.primegate.instrument.SymbolMaster;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Finds instruments whose steps differ between a broker and the symbol master. */
@Singleton
class CompareProducts {
    private final Brokers<AccountReports> brokers;
    private final SymbolMaster symbols;
    private final AlertLog alerts;
    private final Clock clock;

    CompareProducts(
            Brokers<AccountReports> brokers, SymbolMaster symbols, AlertLog alerts, Clock clock) {
        this.brokers = brokers;
        this.symbols = symbols;
        this.alerts = alerts;
        this.clock = clock;
    }

    Tally compare() {
        Tally tally = Tally.NONE;
        for (AccountReports broker : brokers.all()) {
            tally = tally.plus(compare(broker));
        }
        return tally;
    }

    private Tally compare(AccountReports broker) {
        return switch (broker.products()) {
            case Fetched.Failed<List<Product>>(String why) -> {
                alerts.raise(Differences.questionFailed(broker.broker(), why, clock.instant()));
                yield Tally.NONE.plus(Tally.Outcome.FAILED);
            }
            case Fetched.Whole<List<Product>>(var products, _) -> {
                Tally tally = Tally.NONE;
                for (Product product : products) {
                    Optional<Instrument> ours =
                            symbols.resolve(broker.broker(), product.brokerSymbol());
                    if (ours.isPresent()) {
                        tally = tally.plus(compare(broker.broker(), product, ours.get()));
                    }
                }
                yield tally;
            }
        };
    }

    /** Steps of ours may be coarser, never finer. */
    private Tally.Outcome compare(BrokerId broker, Product theirs, Instrument ours) {
        if (ours.quantityStep().isMultipleOf(theirs.quantityStep())
                && ours.priceStep().isMultipleOf(theirs.priceStep())) {
            return Tally.Outcome.AGREES;
        }
        alerts.raise(Differences.steps(broker, theirs, ours, clock.instant()));
        return Tally.Outcome.WAITS;
    }
}
