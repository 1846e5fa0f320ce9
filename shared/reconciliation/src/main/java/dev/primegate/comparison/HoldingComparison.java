package dev.primegate.comparison;

import dev.primegate.breaks.Cause;
import dev.primegate.breaks.Evidence;
import dev.primegate.breaks.Evidence.Difference;
import dev.primegate.breaks.Finding;
import dev.primegate.breaks.Party;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares what two books hold, by trade date and, where both tell it, by settlement date. There is
 * no tolerance: what is explained is subtracted, what is left is a break.
 */
public final class HoldingComparison {
    private static final String TRADED = "traded";
    private static final String SETTLED = "settled";

    private final Decimal10 highStake;
    private final BiFunction<String, Decimal10, Money> worth;

    /**
     * A comparison whose findings say what is at stake.
     *
     * @param worth what so much of a thing is worth, not below zero
     */
    public HoldingComparison(Decimal10 highStake, BiFunction<String, Decimal10, Money> worth) {
        this.highStake = highStake;
        this.worth = worth;
    }

    /** Every difference; both books are whole, so what a book does not name it does not hold. */
    public List<Finding> compare(
            List<Holding> ours, List<Holding> brokers, List<Explanation> explained) {
        Map<String, List<Holding>> left = byName(ours);
        Map<String, List<Holding>> right = byName(brokers);
        TreeSet<String> names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        List<Finding> findings = new ArrayList<>();
        for (String name : names) {
            List<Holding> mine = left.getOrDefault(name, List.of());
            List<Holding> theirs = right.getOrDefault(name, List.of());
            if (mine.size() > 1 || theirs.size() > 1) {
                findings.add(doubled(name, mine, theirs));
                continue;
            }
            List<Explanation> reasons =
                    explained.stream().filter(e -> e.asset().equals(name)).toList();
            column(name, TRADED, mine, theirs, reasons, h -> Optional.of(h.traded()))
                    .ifPresent(findings::add);
            if (saysSettled(mine) && saysSettled(theirs)) {
                column(name, SETTLED, mine, theirs, List.of(), Holding::settled)
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** A book that holds none of it has settled none of it. */
    private static boolean saysSettled(List<Holding> side) {
        return side.stream().allMatch(holding -> holding.settled().isPresent());
    }

    private Optional<Finding> column(
            String name,
            String column,
            List<Holding> mine,
            List<Holding> theirs,
            List<Explanation> reasons,
            Function<Holding, Optional<Decimal10>> amount) {
        Decimal10 ours = one(mine, amount);
        Decimal10 brokers = one(theirs, amount);
        Decimal10 known =
                reasons.stream().map(Explanation::amount).reduce(Decimal10.ZERO, Decimal10::plus);
        Decimal10 apart = brokers.minus(ours).minus(known);
        if (apart.signum() == 0) {
            return Optional.empty();
        }
        Cause cause =
                theirs.stream()
                        .filter(holding -> holding.name().symbol().isEmpty())
                        .findFirst()
                        .<Cause>map(
                                h -> new Cause.UnknownAlias(h.name().spelling(), Optional.empty()))
                        .orElseGet(() -> new Cause.QuantityDiffers(ours, brokers));
        List<Difference> differences = new ArrayList<>();
        differences.add(new Difference(column, ours.toString(), brokers.toString()));
        reasons.forEach(reason ->
                differences.add(
                        new Difference(
                                "explained: " + reason.kind() + " " + reason.reference(),
                                "",
                                reason.amount().toString())));
        return Optional.of(finding(name + " " + column, cause, mine, theirs, differences, apart));
    }

    private Finding doubled(String name, List<Holding> mine, List<Holding> theirs) {
        boolean here = mine.size() > 1;
        Cause cause =
                new Cause.Duplicate(
                        here ? Party.OURS : Party.BROKERS, here ? mine.size() : theirs.size());
        return finding(
                name + " " + TRADED,
                cause,
                mine,
                theirs,
                List.of(),
                (here ? mine : theirs).getLast().traded());
    }

    private Finding finding(
            String key,
            Cause cause,
            List<Holding> mine,
            List<Holding> theirs,
            List<Difference> differences,
            Decimal10 apart) {
        Evidence evidence =
                Evidence.of(
                        mine.stream().map(HoldingComparison::row).toList(),
                        theirs.stream().map(HoldingComparison::row).toList(),
                        differences);
        Decimal10 amount = apart.signum() < 0 ? apart.negated() : apart;
        Money atStake = worth.apply(key.substring(0, key.lastIndexOf(' ')), amount);
        return new Finding(
                key, cause, evidence, atStake, Gravities.of(cause, atStake.amount(), highStake));
    }

    private static Evidence.Row row(Holding holding) {
        TreeMap<String, String> fields = new TreeMap<>();
        fields.put("name", holding.name().key());
        fields.put(TRADED, holding.traded().toString());
        holding.settled().ifPresent(amount -> fields.put(SETTLED, amount.toString()));
        return new Evidence.Row(holding.origin().source(), holding.origin().line(), fields);
    }

    private static Decimal10 one(
            List<Holding> side, Function<Holding, Optional<Decimal10>> amount) {
        return side.stream().findFirst().flatMap(amount).orElse(Decimal10.ZERO);
    }

    private static Map<String, List<Holding>> byName(List<Holding> side) {
        return side.stream()
                .collect(
                        Collectors.groupingBy(
                                holding -> holding.name().key(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }
}
