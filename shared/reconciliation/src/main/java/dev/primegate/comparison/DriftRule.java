package dev.primegate.comparison;

import dev.primegate.comparison.Drift.Line;
import dev.primegate.comparison.Drift.Report;
import dev.primegate.comparison.Drift.Times;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How far books may drift apart.
 *
 * @param limitBps how much of the portfolio's worth may be unexplained, in hundredths of a percent;
 *     as much is allowed, more is not
 * @param mostApart how far apart the books may have been read
 */
public record DriftRule(int limitBps, Duration mostApart) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    public DriftRule {
        if (limitBps < 0 || mostApart.isNegative()) {
            throw new IllegalArgumentException("a limit is below zero");
        }
    }

    /**
     * Judges two snapshots.
     *
     * @param explained subtracted as it is: what explains too much is a difference the other way
     * @param prices of what may differ, in the currency of {@code portfolio}
     * @param portfolio what all of it is worth
     */
    public Drift judge(
            Snapshot ours,
            Snapshot brokers,
            List<Explanation> explained,
            Map<String, Price> prices,
            Decimal10 portfolio) {
        Times times = new Times(ours.at(), brokers.at());
        if (!(ours instanceof Snapshot.Held mine)) {
            return unread(times, "our", ours);
        }
        if (!(brokers instanceof Snapshot.Held theirs)) {
            return unread(times, "the broker's", brokers);
        }
        if (Duration.between(ours.at(), brokers.at()).abs().compareTo(mostApart) > 0) {
            return new Drift.Unknown(
                    times, "the books were read more than %s apart".formatted(mostApart));
        }
        List<Line> lines = new ArrayList<>();
        for (String asset : assets(mine, theirs, explained)) {
            Line line = line(asset, mine, theirs, explained);
            if (line.unexplained().signum() == 0) {
                lines.add(line);
                continue;
            }
            Optional<Price> price = Optional.ofNullable(prices.get(asset));
            if (price.isEmpty()) {
                return new Drift.Unknown(
                        times,
                        "%s of %s are unexplained and have no price"
                                .formatted(line.unexplained(), asset));
            }
            lines.add(worth(line, price.get()));
        }
        Report report = report(times, lines, portfolio);
        return isWithin(report) ? new Drift.Within(report) : new Drift.Beyond(report);
    }

    private static Drift unread(Times times, String whose, Snapshot book) {
        String why = book instanceof Snapshot.Failed failed ? failed.why() : "it is not held";
        return new Drift.Unknown(times, "%s book could not be read: %s".formatted(whose, why));
    }

    private static TreeSet<String> assets(
            Snapshot.Held ours, Snapshot.Held brokers, List<Explanation> explained) {
        TreeSet<String> assets = new TreeSet<>(ours.amounts().keySet());
        assets.addAll(brokers.amounts().keySet());
        explained.forEach(one -> assets.add(one.asset()));
        return assets;
    }

    private static Line line(
            String asset, Snapshot.Held mine, Snapshot.Held theirs, List<Explanation> explained) {
        Decimal10 ours = mine.amounts().getOrDefault(asset, Decimal10.ZERO);
        Decimal10 brokers = theirs.amounts().getOrDefault(asset, Decimal10.ZERO);
        List<Explanation> reasons =
                explained.stream().filter(one -> one.asset().equals(asset)).toList();
        Decimal10 known =
                reasons.stream().map(Explanation::amount).reduce(Decimal10.ZERO, Decimal10::plus);
        Decimal10 left = brokers.minus(ours).minus(known);
        return new Line(asset, ours, brokers, reasons, left, Decimal10.ZERO);
    }

    /** Rounded up: drift is never less than it is. */
    private static Line worth(Line line, Price price) {
        Decimal10 left = line.unexplained();
        Decimal10 amount = left.signum() < 0 ? left.negated() : left;
        return new Line(
                line.asset(),
                line.ours(),
                line.brokers(),
                line.explained(),
                left,
                amount.times(price.amount(), RoundingMode.UP));
    }

    private static Report report(Times times, List<Line> lines, Decimal10 portfolio) {
        List<Line> apart =
                lines.stream()
                        .filter(line ->
                                !line.ours().equals(line.brokers()) || !line.explained().isEmpty())
                        .toList();
        Decimal10 sum = lines.stream().map(Line::worth).reduce(Decimal10.ZERO, Decimal10::plus);
        return new Report(times, apart, sum, portfolio);
    }

    /**
     * Multiplied out, so that nothing is rounded; of a portfolio worth nothing, nothing is allowed.
     */
    private boolean isWithin(Report report) {
        BigDecimal drift = report.unexplained().toBigDecimal().multiply(WHOLE);
        BigDecimal allowed =
                report.portfolio()
                        .max(Decimal10.ZERO)
                        .toBigDecimal()
                        .multiply(BigDecimal.valueOf(limitBps));
        return drift.compareTo(allowed) <= 0;
    }
}
