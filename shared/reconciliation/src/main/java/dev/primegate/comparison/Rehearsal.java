package dev.primegate.comparison;

import dev.primegate.breaks.Finding;
import dev.primegate.money.Decimal10;
import dev.primegate.settlement.TradeDates;
import dev.primegate.statement.TradeDays;
import dev.primegate.statement.TradeLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tries whether a comparison still finds what it is there to find: plants a break of each cause in
 * two copies of a day's trades that are otherwise equal, compares them, and wants that break and no
 * other. Nothing is written down.
 */
public final class Rehearsal {
    /** Rows among which a break must be found; more would try the machine. */
    private static final int MOST_ROWS = 10_000;

    private static final Decimal10 ROUNDING = Decimal10.of("0.0001");

    private Rehearsal() {}

    /**
     * A break that was planted and not found as that.
     *
     * @param found what was found in its place, for a person
     */
    public record Failure(String planted, String found) {}

    /**
     * Rehearses on the trades of {@code rules.day()}.
     *
     * @return every break that was not found, empty if all were; none if the day has no trade that
     *     stands for itself
     */
    public static Optional<List<Failure>> on(
            List<TradeLine> day, TradeRules rules, RandomGenerator random) {
        return on(day, rules, (tried, ours, brokers) -> compare(tried, ours, brokers, random));
    }

    /** As {@link #on}, of any comparison. */
    static Optional<List<Failure>> on(
            List<TradeLine> day, TradeRules rules, Comparison comparison) {
        List<TradeLine> rows = day.stream().limit(MOST_ROWS).toList();
        Map<String, Long> times =
                rows.stream().collect(Collectors.groupingBy(TradeLine::id, Collectors.counting()));
        return rows.stream()
                .filter(line -> line.days().traded().equals(rules.day()) && !line.busted())
                .filter(line -> times.getOrDefault(line.id(), 0L) == 1)
                .findFirst()
                .map(line -> new Stage(rows, line, rules, comparison).failures());
    }

    private static List<Finding> compare(
            TradeRules rules,
            List<TradeLine> ours,
            List<TradeLine> brokers,
            RandomGenerator random) {
        List<Finding> found = new ArrayList<>();
        var _ =
                new TradeComparison(rules, random)
                        .compare(Trades.of(ours), Trades.of(brokers), found::add);
        return found;
    }

    static String told(List<Finding> findings) {
        return findings.isEmpty()
                ? "nothing"
                : findings.stream()
                        .limit(5)
                        .map(finding -> finding.cause().code() + " of " + finding.key())
                        .collect(Collectors.joining(", "));
    }

    /** What is tried. */
    @FunctionalInterface
    interface Comparison {
        List<Finding> compare(TradeRules rules, List<TradeLine> ours, List<TradeLine> brokers);
    }

    /** One trade of a day, and the others. */
    private static final class Stage {
        private final List<TradeLine> others;
        private final TradeLine line;
        private final TradeRules rules;
        private final LocalDate shifted;
        private final Comparison comparison;

        Stage(List<TradeLine> rows, TradeLine chosen, TradeRules usual, Comparison comparison) {
            this.others = rows.stream().filter(row -> !row.id().equals(chosen.id())).toList();
            this.line = known(chosen);
            Instant time = line.days().time().orElseThrow();
            TradeDates brokers = neighbour(time, usual.day());
            this.shifted = brokers.of(time);
            this.rules =
                    new TradeRules(
                            usual.day(),
                            usual.priceRounding().max(ROUNDING),
                            usual.feeTolerance(),
                            usual.ours(),
                            brokers,
                            usual.highStake());
            this.comparison = comparison;
        }

        List<Failure> failures() {
            List<Failure> failures = new ArrayList<>();
            List<Finding> nothing = compare(List.of(line), List.of(line));
            if (!nothing.isEmpty()) {
                failures.add(new Failure("nothing", told(nothing)));
            }
            for (Planting planting : Planting.values()) {
                List<Finding> found =
                        compare(planting.ours(line), planting.brokers(line, rules, shifted));
                boolean asPlanted =
                        found.size() == 1
                                && found.getFirst().key().equals(line.id())
                                && found.getFirst().cause().code().equals(planting.cause());
                if (!asPlanted) {
                    failures.add(new Failure(planting.cause(), told(found)));
                }
            }
            return failures;
        }

        private List<Finding> compare(List<TradeLine> ours, List<TradeLine> brokers) {
            return comparison.compare(rules, with(ours), with(brokers));
        }

        private List<TradeLine> with(List<TradeLine> lines) {
            List<TradeLine> all = new ArrayList<>(others);
            all.addAll(lines);
            return all;
        }

        /** The same trade, of which fee, time and settlement are known. */
        private static TradeLine known(TradeLine line) {
            TradeDays days = line.days();
            TradeDays whole =
                    new TradeDays(
                            days.traded(),
                            days.settles().or(() -> Optional.of(days.traded().plusDays(1))),
                            days.time()
                                    .or(() ->
                                            Optional.of(
                                                    days.traded()
                                                            .atTime(12, 0)
                                                            .toInstant(ZoneOffset.UTC))));
            return Planting.charged(Planting.of(line, whole), Decimal10.ZERO);
        }

        /** A clock by which {@code time} is on the day before or after. */
        private static TradeDates neighbour(Instant time, LocalDate day) {
            return IntStream.rangeClosed(-18, 18)
                    .mapToObj(hours -> TradeDates.local(ZoneOffset.ofHours(hours)))
                    .filter(dates ->
                            dates.of(time).equals(day.plusDays(1))
                                    || dates.of(time).equals(day.minusDays(1)))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException(
                                    "%s is far from the day %s".formatted(time, day)));
        }
    }
}
