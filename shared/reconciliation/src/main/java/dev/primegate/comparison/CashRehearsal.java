package dev.primegate.comparison;

import dev.primegate.breaks.Finding;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.statement.CashLine;
import dev.primegate.statement.JournalLine;
import dev.primegate.statement.Origin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries whether the comparison of cash still finds each break: beside balances that agree with what
 * our books moved on a day it plants one in a currency that nobody pays in.
 */
public final class CashRehearsal {
    private static final String BOOK = "cash";

    /** The code that ISO 4217 keeps for tests. */
    private static final Asset ASSET = new Asset("XTS");

    private static final Origin ORIGIN = new Origin("rehearsal", 0);
    private static final String ACCOUNT = "rehearsal";

    private final LocalDate day;
    private final List<CashFlow> flows;
    private final List<CashLine> others;
    private final Comparison comparison;

    private CashRehearsal(LocalDate day, List<CashFlow> flows, Comparison comparison) {
        this.day = day;
        this.flows = new ArrayList<>(flows);
        this.flows.add(
                new CashFlow(
                        CashFlow.Kind.PROCEEDS, "rehearsal", money("-10"), day, Optional.of(day)));
        this.others = balances(flows);
        this.comparison = comparison;
    }

    /** What is tried. */
    @FunctionalInterface
    interface Comparison {
        List<Finding> compare(CashDay day, List<CashFlow> flows);
    }

    /**
     * Every break that was not found beside what our books moved on {@code day}; empty if all were.
     */
    public static List<Rehearsal.Failure> on(
            LocalDate day, List<CashFlow> flows, CashComparison comparison) {
        return on(day, flows, comparison::compare);
    }

    /** As {@link #on}, of any comparison. */
    static List<Rehearsal.Failure> on(LocalDate day, List<CashFlow> flows, Comparison comparison) {
        return new CashRehearsal(day, flows, comparison)
                .trials()
                .flatMap(trial -> trial.failure().stream())
                .toList();
    }

    private Stream<Trial> trials() {
        return Stream.of(
                Trial.nothing(BOOK, found(List.of(balance("90", "90")))),
                trial("quantity", "quantity", List.of(balance("90.0050000001", "90"))),
                trial("settled", "quantity", List.of(balance("90", "100"))),
                trial("lacking-there", "quantity", List.of(balance("100", "90"))),
                trial("rounding", "price-rounding", List.of(balance("90.005", "90"))),
                trial("fee", "fee-not-booked", List.of(balance("89", "90")), journal("-1")),
                trial("paid-in", "unknown", List.of(balance("91", "90")), journal("1")),
                trial(
                        "twice-there",
                        "duplicate",
                        List.of(balance("90", "90"), balance("90", "90"))));
    }

    private Trial trial(
            String planted, String cause, List<CashLine> after, JournalLine... journal) {
        return Trial.of(BOOK, planted, cause, ASSET.code(), found(after, journal));
    }

    private List<Finding> found(List<CashLine> after, JournalLine... journal) {
        List<CashLine> all = new ArrayList<>(others);
        all.addAll(after);
        return comparison.compare(
                new CashDay(
                        day.minusDays(1),
                        day,
                        List.of(balance("100", "100")),
                        all,
                        List.of(journal)),
                flows);
    }

    /** What a broker has that had nothing before, and booked what we did. */
    private List<CashLine> balances(List<CashFlow> all) {
        return all.stream()
                .map(flow -> flow.amount().asset())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(asset ->
                        new CashLine(
                                ORIGIN,
                                ACCOUNT,
                                asset,
                                sum(all, asset, flow -> Optional.of(flow.traded())),
                                Optional.of(sum(all, asset, CashFlow::settles))))
                .toList();
    }

    private Decimal10 sum(
            List<CashFlow> all, Asset asset, Function<CashFlow, Optional<LocalDate>> counts) {
        return all.stream()
                .filter(flow -> flow.amount().asset().equals(asset))
                .filter(flow -> counts.apply(flow).filter(day::equals).isPresent())
                .map(flow -> flow.amount().amount())
                .reduce(Decimal10.ZERO, Decimal10::plus);
    }

    private static CashLine balance(String traded, String settled) {
        return new CashLine(
                ORIGIN, ACCOUNT, ASSET, Decimal10.of(traded), Optional.of(Decimal10.of(settled)));
    }

    private JournalLine journal(String amount) {
        return new JournalLine(
                ORIGIN,
                ACCOUNT,
                day,
                "rehearsal",
                "planted",
                Optional.of(money(amount)),
                Optional.empty(),
                Decimal10.ZERO);
    }

    private static Money money(String amount) {
        return new Money(Decimal10.of(amount), ASSET);
    }
}
