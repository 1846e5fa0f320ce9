package dev.primegate.reconcile;

import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.BrokerNews;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.OrderReports;
import dev.primegate.comparison.Explanation;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.TradePage;
import dev.primegate.money.Decimal10;
import dev.primegate.order.ExecId;
import dev.primegate.order.Execution;
import dev.primegate.order.OrderEvent;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Trades that are in one book and, for a short while, rightly not in the other. One that stays
 * longer explains nothing any more.
 */
@Singleton
class InFlight {
    private final Brokers<OrderReports> reports;
    private final OurBooks ours;
    private final BookTerms terms;
    private final Assets assets;

    InFlight(Brokers<OrderReports> reports, OurBooks ours, BookTerms terms, SymbolMaster symbols) {
        this.reports = reports;
        this.ours = ours;
        this.terms = terms;
        this.assets = Assets.of(symbols);
    }

    /** What explains that a broker's book, read at {@code theirs}, differs from ours. */
    List<Explanation> between(
            List<AccountRecord> accounts, BrokerId broker, Instant now, Instant theirs) {
        Instant from = now.minus(terms.inFlight());
        List<Explanation> explained = new ArrayList<>();
        Set<ExecId> booked = new HashSet<>();
        for (AccountRecord account : accounts) {
            for (TradePage.Trade trade : ours.trades(account, broker, from, now.plusSeconds(60))) {
                Execution execution = trade.line().execution();
                booked.add(execution.id());
                // Its clock tells whole seconds; what was traded within that second may be in it.
                if (!trade.busted() && execution.transactTime().isAfter(theirs.plusSeconds(1))) {
                    explain(execution, true, explained);
                }
            }
        }
        Optional<OrderReports> asked = reports.find(broker);
        if (asked.isPresent()
                && asked.get().executionsSince(from)
                        instanceof Fetched.Whole<List<BrokerNews>>(var news, Instant _)) {
            // What cannot be asked explains nothing: then more is unexplained, not less. Nor does
            // what was traded after their book was read: neither book has it.
            for (BrokerNews one : news) {
                if (one instanceof BrokerNews.OfOrder told
                        && told.event() instanceof OrderEvent.Executed(Execution execution)
                        && !execution.transactTime().isBefore(from)
                        && !execution.transactTime().isAfter(theirs.plusSeconds(1))
                        && booked.add(execution.id())) {
                    explain(execution, false, explained);
                }
            }
        }
        return explained;
    }

    private void explain(Execution execution, boolean oursAlone, List<Explanation> explained) {
        assets.ofTrade(execution)
                .forEach((asset, amount) -> {
                    Decimal10 above = oursAlone ? amount.negated() : amount;
                    explained.add(
                            new Explanation(
                                    Explanation.Kind.IN_FLIGHT,
                                    asset,
                                    above,
                                    execution.id().text()));
                });
    }
}
