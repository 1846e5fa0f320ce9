package dev.primegate.reconcile;

import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.Holding;
import dev.primegate.comparison.Drift;
import dev.primegate.comparison.DriftRule;
import dev.primegate.comparison.Explanation;
import dev.primegate.comparison.Snapshot;
import dev.primegate.instrument.BrokerId;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.Position;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import jakarta.inject.Singleton;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Reads what a broker holds now and what we think it holds, and judges how far they are apart. */
@Singleton
class DriftBooks {
    private final Ledger ledger;
    private final HeldThere held;
    private final LiveCash cash;
    private final InFlight inFlight;
    private final Worths worths;
    private final DriftRule rule;
    private final Assets assets;
    private final Clock clock;

    DriftBooks(
            Ledger ledger,
            HeldThere held,
            LiveCash cash,
            InFlight inFlight,
            Worths worths,
            BooksConfig config,
            SymbolMaster symbols,
            Clock clock) {
        this.ledger = ledger;
        this.held = held;
        this.cash = cash;
        this.inFlight = inFlight;
        this.worths = worths;
        this.rule = new DriftRule(config.driftBps(), config.readApart());
        this.assets = Assets.of(symbols);
        this.clock = clock;
    }

    /** Ours is read after theirs, so that what is booked meanwhile is in it, and explained. */
    Drift compare(BrokerId broker, List<AccountRecord> here) {
        Fetched<List<Holding>> things = held.ask(broker);
        LiveCash.Money money = cash.at(broker, here, clock.instant());
        Instant now = clock.instant();
        List<Position> all =
                here.stream()
                        .flatMap(a -> ledger.positions(a.tenant(), a.account()).stream())
                        .toList();
        Map<String, Decimal10> ours =
                assets.ofPositions(all.stream().filter(p -> p.broker().equals(broker)).toList());
        Map<String, Price> prices = worths.ofAssets();
        return switch (things) {
            case Fetched.Failed<List<Holding>>(String why) -> unread(now, ours, why);
            case Fetched.Whole<List<Holding>>(List<Holding> holdings, Instant at) -> {
                Map<String, Decimal10> theirs = assets.ofHoldings(broker, holdings);
                List<Explanation> explained =
                        new ArrayList<>(
                                inFlight.between(here, broker, now, at).stream()
                                        .filter(e -> !assets.isMoney(e.asset()))
                                        .toList());
                yield switch (money) {
                    case LiveCash.Money.Unknown(String why) -> unread(now, ours, why);
                    case LiveCash.Money.Uncounted _ ->
                            rule.judge(
                                    new Snapshot.Held(now, ours),
                                    new Snapshot.Held(at, theirs),
                                    explained,
                                    prices,
                                    portfolio(all, prices));
                    case LiveCash.Money.Known known -> {
                        explained.addAll(known.explained());
                        explained.addAll(moving(here, broker, now, known));
                        yield rule.judge(
                                new Snapshot.Held(now, both(ours, known.ours())),
                                new Snapshot.Held(
                                        at.isBefore(known.at()) ? at : known.at(),
                                        both(theirs, known.brokers())),
                                explained,
                                prices,
                                portfolio(all, prices));
                    }
                };
            }
        };
    }

    /** Money of trades under way; by settlement date no trade is under way on its own day. */
    private List<Explanation> moving(
            List<AccountRecord> here, BrokerId broker, Instant now, LiveCash.Money.Known known) {
        return switch (known.by()) {
            case SETTLEMENT_DATE -> List.of();
            case TRADE_DATE ->
                    inFlight.between(here, broker, now, known.at()).stream()
                            .filter(e -> assets.isMoney(e.asset()))
                            .toList();
        };
    }

    private Drift unread(Instant now, Map<String, Decimal10> ours, String why) {
        return rule.judge(
                new Snapshot.Held(now, ours),
                new Snapshot.Failed(clock.instant(), why),
                List.of(),
                Map.of(),
                Decimal10.ZERO);
    }

    private static Map<String, Decimal10> both(
            Map<String, Decimal10> things, Map<String, Decimal10> money) {
        Map<String, Decimal10> both = new TreeMap<>(things);
        both.putAll(money);
        return both;
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
}
