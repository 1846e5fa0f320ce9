package dev.primegate.comparison;

import dev.primegate.breaks.Cause;
import dev.primegate.breaks.Evidence;
import dev.primegate.breaks.Evidence.Difference;
import dev.primegate.breaks.Finding;
import dev.primegate.breaks.Party;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.statement.CashLine;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Compares what a broker's balances moved between two of its statements with what our books say
 * moved them. Balances alone cannot be compared: nobody books here what was paid in.
 *
 * <p>By trade date and by settlement date, each against its own kind, so that what is not settled
 * needs no explanation. A line of the broker's journal that we did not book explains the balance
 * and is a finding of its own.
 */
public final class CashComparison {
    /** A broker counts money to the cent, and may round each trade by half of one. */
    private static final Decimal10 ROUNDING = Decimal10.of("0.005");

    private final Decimal10 highStake;
    private final Function<Money, Optional<Money>> coins;

    /** A comparison of money alone. */
    public CashComparison(Decimal10 highStake) {
        this(highStake, _ -> Optional.empty());
    }

    /**
     * A comparison of balances of which some are of coins.
     *
     * @param coins what so much of a coin is worth, whose balances are rounded at the tenth place
     *     alone; none of money, which is worth what it is
     */
    public CashComparison(Decimal10 highStake, Function<Money, Optional<Money>> coins) {
        this.highStake = highStake;
        this.coins = coins;
    }

    /**
     * Every difference.
     *
     * @param flows of our books; those that count on no day between the statements are left out
     */
    public List<Finding> compare(CashDay day, List<CashFlow> flows) {
        CashJournal journal = CashJournal.of(day, flows);
        List<Finding> findings = new ArrayList<>(journal.findings(highStake));
        for (Asset asset : assets(day, flows, journal)) {
            Side side = new Side(day, asset, flows, journal.explained());
            if (side.lines(day.before()).size() > 1 || side.lines(day.after()).size() > 1) {
                findings.add(doubled(side));
                continue;
            }
            side.column("traded", line -> Optional.of(line.traded()), f -> Optional.of(f.traded()))
                    .ifPresent(findings::add);
            // When their journal settles no file tells.
            if (side.explained.isEmpty()) {
                side.column("settled", CashLine::settled, CashFlow::settles)
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static SortedSet<Asset> assets(CashDay day, List<CashFlow> flows, CashJournal journal) {
        SortedSet<Asset> assets = new TreeSet<>();
        day.before().forEach(line -> assets.add(line.asset()));
        day.after().forEach(line -> assets.add(line.asset()));
        flows.stream()
                .filter(flow -> day.covers(flow.traded()))
                .forEach(flow -> assets.add(flow.amount().asset()));
        journal.explained().forEach(one -> assets.add(new Asset(one.asset())));
        return assets;
    }

    /** Nobody knows which of two balances of one currency is meant. */
    private Finding doubled(Side side) {
        List<CashLine> lines = side.lines(side.day.after());
        Decimal10 stake =
                lines.stream()
                        .map(line -> CashJournal.absolute(line.traded()))
                        .reduce(Decimal10.ZERO, Decimal10::max);
        Cause cause = new Cause.Duplicate(Party.BROKERS, Math.max(2, lines.size()));
        Money worth = worth(new Money(stake, side.asset));
        return new Finding(
                side.asset.code() + " traded",
                cause,
                Evidence.of(List.of(), lines.stream().map(Side::row).toList(), List.of()),
                worth,
                Gravities.of(cause, worth.amount(), highStake));
    }

    private static Decimal10 rounding(int movements) {
        return ROUNDING.times(Decimal10.of(Integer.toString(movements)), RoundingMode.UNNECESSARY);
    }

    private Money worth(Money money) {
        return coins.apply(money).orElse(money);
    }

    /** One currency. */
    private final class Side {
        private final CashDay day;
        private final Asset asset;
        private final List<CashFlow> flows;
        private final List<Explanation> explained;

        Side(CashDay day, Asset asset, List<CashFlow> flows, List<Explanation> explained) {
            this.day = day;
            this.asset = asset;
            this.flows = flows.stream().filter(f -> f.amount().asset().equals(asset)).toList();
            this.explained =
                    explained.stream().filter(e -> e.asset().equals(asset.code())).toList();
        }

        List<CashLine> lines(List<CashLine> all) {
            return all.stream().filter(line -> line.asset().equals(asset)).toList();
        }

        /** Nothing where the broker does not tell, or nobody knows when one of ours counts. */
        Optional<Finding> column(
                String name,
                Function<CashLine, Optional<Decimal10>> balance,
                Function<CashFlow, Optional<LocalDate>> counts) {
            Optional<Decimal10> before = balance(day.before(), balance);
            Optional<Decimal10> after = balance(day.after(), balance);
            if (before.isEmpty()
                    || after.isEmpty()
                    || flows.stream().anyMatch(flow -> counts.apply(flow).isEmpty())) {
                return Optional.empty();
            }
            List<CashFlow> moved =
                    flows.stream()
                            .filter(flow -> counts.apply(flow).filter(day::covers).isPresent())
                            .toList();
            Decimal10 known = sum(explained.stream().map(Explanation::amount).toList());
            Decimal10 ours =
                    before.get().plus(sum(moved.stream().map(f -> f.amount().amount()).toList()));
            Decimal10 apart = after.get().minus(ours).minus(known);
            return apart.signum() == 0
                    ? Optional.empty()
                    : Optional.of(finding(name, ours, after.get(), apart, moved));
        }

        /**
         * A currency that a statement does not name is one of which there is none, by each date
         * that the statement tells of.
         */
        private Optional<Decimal10> balance(
                List<CashLine> all, Function<CashLine, Optional<Decimal10>> balance) {
            List<CashLine> mine = lines(all);
            if (mine.isEmpty()) {
                return Optional.of(Decimal10.ZERO)
                        .filter(_ -> all.stream().allMatch(l -> balance.apply(l).isPresent()));
            }
            return balance.apply(mine.getFirst());
        }

        private Finding finding(
                String name,
                Decimal10 ours,
                Decimal10 brokers,
                Decimal10 apart,
                List<CashFlow> moved) {
            Money stake = new Money(CashJournal.absolute(apart), asset);
            Optional<Money> coin = coins.apply(stake);
            Money worth = coin.orElse(stake);
            Decimal10 rounded = coin.isPresent() ? Groups.UNIT : rounding(moved.size());
            Cause cause =
                    stake.amount().compareTo(rounded) <= 0
                            ? new Cause.PriceRounded(ours, brokers)
                            : new Cause.QuantityDiffers(ours, brokers);
            List<Difference> differences = new ArrayList<>();
            differences.add(new Difference(name, ours.toString(), brokers.toString()));
            explained.forEach(one ->
                    differences.add(
                            new Difference(
                                    "explained: %s %s".formatted(one.kind(), one.reference()),
                                    "",
                                    one.amount().toString())));
            List<Evidence.Row> rows =
                    new ArrayList<>(lines(day.before()).stream().map(Side::row).toList());
            moved.forEach(flow -> rows.add(row(flow)));
            return new Finding(
                    asset.code() + " " + name,
                    cause,
                    Evidence.of(
                            rows, lines(day.after()).stream().map(Side::row).toList(), differences),
                    worth,
                    Gravities.of(cause, worth.amount(), highStake));
        }

        private static Decimal10 sum(List<Decimal10> amounts) {
            return amounts.stream().reduce(Decimal10.ZERO, Decimal10::plus);
        }

        private static Evidence.Row row(CashLine line) {
            TreeMap<String, String> fields = new TreeMap<>();
            fields.put("account", line.account());
            fields.put("asset", line.asset().code());
            fields.put("traded", line.traded().toString());
            line.settled().ifPresent(amount -> fields.put("settled", amount.toString()));
            return new Evidence.Row(line.origin().source(), line.origin().line(), fields);
        }

        private static Evidence.Row row(CashFlow flow) {
            TreeMap<String, String> fields = new TreeMap<>();
            fields.put("kind", flow.kind().name());
            fields.put("reference", flow.reference());
            fields.put("amount", flow.amount().toString());
            fields.put("tradeDate", flow.traded().toString());
            flow.settles().ifPresent(settles -> fields.put("settleDate", settles.toString()));
            return new Evidence.Row("ledger", 0, fields);
        }
    }
}
