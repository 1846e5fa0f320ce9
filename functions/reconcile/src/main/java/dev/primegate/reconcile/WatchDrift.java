package dev.primegate.reconcile;

import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Holding;
import dev.primegate.comparison.Drift;
import dev.primegate.comparison.DriftActions;
import dev.primegate.comparison.DriftRule;
import dev.primegate.comparison.Explanation;
import dev.primegate.comparison.Snapshot;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.Position;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import dev.primegate.risk.HaltScope;
import dev.primegate.risk.Halts;
import dev.primegate.watch.Standing;
import dev.primegate.watch.Trouble;
import dev.primegate.watch.WatchBook;
import jakarta.inject.Singleton;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Holds what each broker says it holds now against our positions there. Where more than the limit
 * is unexplained, every account that is kept there may only reduce: its positions are what all its
 * limits rest on. Two persons lift that, once they know.
 */
@Singleton
class WatchDrift {
    private static final Logger LOG = Logger.getLogger(WatchDrift.class);

    private final AccountMaster accounts;
    private final Ledger ledger;
    private final HeldThere held;
    private final InFlight inFlight;
    private final Worths worths;
    private final Halts halts;
    private final WatchBook book;
    private final DriftRule rule;
    private final Assets assets;
    private final Clock clock;

    WatchDrift(
            AccountMaster accounts,
            Ledger ledger,
            HeldThere held,
            InFlight inFlight,
            Worths worths,
            Halts halts,
            WatchBook book,
            BooksConfig config,
            SymbolMaster symbols,
            Clock clock) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.held = held;
        this.inFlight = inFlight;
        this.worths = worths;
        this.halts = halts;
        this.book = book;
        this.rule = new DriftRule(config.driftBps(), config.readApart());
        this.assets = Assets.of(symbols);
        this.clock = clock;
    }

    /** A broker that fails is told of, and the others go on. */
    Tally watch(Instant deadline) {
        Tally tally = Tally.NONE;
        List<BrokerId> brokers =
                accounts.all().stream()
                        .flatMap(account -> account.brokers().stream())
                        .map(there -> there.broker())
                        .distinct()
                        .sorted(java.util.Comparator.comparing(BrokerId::name))
                        .toList();
        for (BrokerId broker : brokers) {
            if (!clock.instant().isBefore(deadline)) {
                return tally;
            }
            tally = tally.plus(act(broker, judge(broker)));
        }
        return tally;
    }

    private Drift judge(BrokerId broker) {
        try {
            return compare(broker);
        } catch (RuntimeException e) {
            Instant now = clock.instant();
            LOG.errorf(e, "broker=%s event=drift-failed", broker);
            return new Drift.Unknown(
                    new Drift.Times(now, now), e.getClass().getSimpleName() + " was thrown");
        }
    }

    /** Ours is read after theirs, so that what is booked meanwhile is in it, and explained. */
    private Drift compare(BrokerId broker) {
        Fetched<List<Holding>> theirs = held.ask(broker);
        Instant now = clock.instant();
        List<AccountRecord> here = keptAt(broker);
        List<Position> all =
                here.stream()
                        .flatMap(a -> ledger.positions(a.tenant(), a.account()).stream())
                        .toList();
        Snapshot ours =
                new Snapshot.Held(
                        now,
                        assets.ofPositions(
                                all.stream().filter(p -> p.broker().equals(broker)).toList()));
        Map<String, Price> prices = worths.ofAssets();
        return switch (theirs) {
            case Fetched.Failed<List<Holding>>(String why) ->
                    rule.judge(
                            ours,
                            new Snapshot.Failed(clock.instant(), why),
                            List.of(),
                            prices,
                            Decimal10.ZERO);
            case Fetched.Whole<List<Holding>>(List<Holding> holdings, Instant at) -> {
                List<Explanation> explained = inFlight.between(here, broker, now, at);
                yield rule.judge(
                        ours,
                        new Snapshot.Held(at, assets.ofHoldings(broker, holdings)),
                        explained,
                        prices,
                        portfolio(all, prices));
            }
        };
    }

    /** What has no price counts nothing: so the limit is never wider than it may be. */
    private Decimal10 portfolio(List<Position> positions, Map<String, Price> prices) {
        return assets.ofPositions(positions).entrySet().stream()
                .filter(held -> prices.containsKey(held.getKey()))
                .map(held -> {
                    Decimal10 amount = held.getValue();
                    return (amount.signum() < 0 ? amount.negated() : amount)
                            .times(
                                    Objects.requireNonNull(prices.get(held.getKey())).amount(),
                                    RoundingMode.DOWN);
                })
                .reduce(Decimal10.ZERO, Decimal10::plus);
    }

    /**
     * What stands already halts nothing again, so that two persons may resume while it lasts. It is
     * written down last: a run that dies before is completed by the next.
     */
    private Tally.Outcome act(BrokerId broker, Drift drift) {
        LOG.infof("broker=%s event=drift %s", broker, drift.getClass().getSimpleName());
        Instant now = clock.instant();
        List<Standing> standing = book.standing();
        for (AccountRecord account : keptAt(broker)) {
            HaltScope scope = HaltScope.of(account.tenant(), account.account());
            Optional<Trouble> begun =
                    DriftActions.trouble(drift, scope, broker)
                            .filter(trouble -> standing.stream().noneMatch(s -> s.is(trouble)));
            if (begun.isPresent()) {
                DriftActions.halt(drift, scope).ifPresent(halts::halt);
                var _ = book.begin(begun.get(), now);
            }
            for (Standing one : standing) {
                if (DriftActions.ends(drift, one, scope, broker)) {
                    var _ = book.end(one, now);
                }
            }
        }
        return switch (drift) {
            case Drift.Within _ -> Tally.Outcome.AGREES;
            case Drift.Beyond _ -> Tally.Outcome.MOVED;
            case Drift.Unknown _ -> Tally.Outcome.FAILED;
        };
    }

    private List<AccountRecord> keptAt(BrokerId broker) {
        return accounts.all().stream().filter(a -> a.at(broker).isPresent()).toList();
    }
}
