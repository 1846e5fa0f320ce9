package dev.primegate.comparison;

import dev.primegate.breaks.Cause;
import dev.primegate.statement.TradeLine;
import java.time.LocalDate;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares what no execution id brought together: by order, then by what was traded, then as a
 * block against its parts. What is then left is missing at the other side.
 *
 * <p>Lines that are not alike are only put together where they leave no choice: two candidates are
 * none.
 */
final class Leftovers {
    private final TradeRules rules;
    private final SameTrade trade;
    private final Findings findings;
    private final List<TradeLine> ours;
    private final List<TradeLine> brokers;
    private final Set<TradeLine> done = Collections.newSetFromMap(new IdentityHashMap<>());
    private long matched;

    Leftovers(
            TradeRules rules,
            SameTrade trade,
            Findings findings,
            List<TradeLine> ours,
            List<TradeLine> brokers) {
        this.rules = rules;
        this.trade = trade;
        this.findings = findings;
        this.ours = ours;
        this.brokers = brokers;
    }

    /** Tells of every difference; returns how many of our lines have none. */
    long compare() {
        // Some statements name trades otherwise than the broker's own reports do.
        alike(line -> List.of(line.order(), terms(line), line.days().traded()));
        wholes(line -> List.of(line.order(), market(line), line.days().traded()));
        alike(line -> List.of(terms(line), line.days().traded()));
        wholes(line -> List.of(market(line), line.days().traded()));
        pairs(Leftovers::terms, Leftovers::areNeighbours);
        pairs(Leftovers::withoutInstrument, (_, theirs) -> isUnknown(theirs));
        pairs(line -> List.of(market(line), line.days().traded(), line.quantity()), (_, _) -> true);
        pairs(
                line -> List.of(line.order(), market(line), line.days().traded(), line.price()),
                (mine, _) -> mine.order().isPresent());
        missing();
        return matched;
    }

    /** Lines that are the same in all of {@code key}, as many as both sides have. */
    private void alike(Function<TradeLine, Object> key) {
        meet(
                key,
                (mine, theirs) -> {
                    for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
                        together(mine.subList(i, i + 1), theirs.subList(i, i + 1));
                    }
                });
    }

    /** A block and its parts: their quantities and average prices agree. */
    private void wholes(Function<TradeLine, Object> key) {
        meet(
                key,
                (mine, theirs) -> {
                    if ((mine.size() == 1 || theirs.size() == 1)
                            && Groups.quantity(mine).equals(Groups.quantity(theirs))
                            && Groups.samePrice(
                                    mine, theirs, rules.priceRounding().max(Groups.UNIT))) {
                        together(mine, theirs);
                    }
                });
    }

    /** One line of ours and one of theirs, where {@code key} leaves no other. */
    private void pairs(Function<TradeLine, Object> key, BiPredicate<TradeLine, TradeLine> belong) {
        meet(
                key,
                (mine, theirs) -> {
                    if (mine.size() == 1
                            && theirs.size() == 1
                            && belong.test(mine.getFirst(), theirs.getFirst())) {
                        together(mine, theirs);
                    }
                });
    }

    private void meet(Function<TradeLine, Object> key, Meeting meeting) {
        Map<Object, List<TradeLine>> theirs = left(brokers, key);
        left(ours, key)
                .forEach((k, mine) -> {
                    if (theirs.containsKey(k)) {
                        meeting.of(mine, theirs.getOrDefault(k, List.of()));
                    }
                });
    }

    private void together(List<TradeLine> mine, List<TradeLine> theirs) {
        Set<String> orders = orders(mine);
        Set<String> others = orders(theirs);
        if (!orders.isEmpty() && !others.isEmpty() && Collections.disjoint(orders, others)) {
            return; // Both books say that these are not of one order.
        }
        if (trade.compare(mine.getFirst().id(), mine, theirs)) {
            matched += mine.size();
        }
        done.addAll(mine);
        done.addAll(theirs);
    }

    private void missing() {
        left(ours, TradeLine::id)
                .forEach((_, lines) -> {
                    if (lines.getFirst().days().traded().equals(rules.day())) {
                        tell(new Cause.MissingAtBroker(), lines, List.of());
                    }
                });
        left(brokers, TradeLine::id)
                .forEach((_, lines) -> {
                    TradeLine first = lines.getFirst();
                    tell(
                            isUnknown(first)
                                    ? new Cause.UnknownAlias(
                                            first.instrument().spelling(), Optional.empty())
                                    : new Cause.MissingHere(),
                            List.of(),
                            lines);
                });
    }

    private void tell(Cause cause, List<TradeLine> mine, List<TradeLine> theirs) {
        List<TradeLine> lines = mine.isEmpty() ? theirs : mine;
        findings.add(lines.getFirst().id(), cause, mine, theirs, Groups.value(lines));
    }

    /** In the order in which they came, so that the same lines give the same findings. */
    private Map<Object, List<TradeLine>> left(List<TradeLine> lines, Function<TradeLine, ?> key) {
        return lines.stream()
                .filter(line -> !done.contains(line))
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    private static Set<String> orders(List<TradeLine> lines) {
        return lines.stream().flatMap(line -> line.order().stream()).collect(Collectors.toSet());
    }

    private static boolean isUnknown(TradeLine line) {
        return line.instrument().symbol().isEmpty();
    }

    private static boolean areNeighbours(TradeLine mine, TradeLine theirs) {
        LocalDate day = mine.days().traded();
        LocalDate other = theirs.days().traded();
        return day.plusDays(1).equals(other) || other.plusDays(1).equals(day);
    }

    private static Object market(TradeLine line) {
        return List.of(line.instrument().key(), line.side(), line.currency());
    }

    private static Object terms(TradeLine line) {
        return List.of(market(line), line.quantity(), line.price());
    }

    private static Object withoutInstrument(TradeLine line) {
        return List.of(
                line.side(), line.currency(), line.quantity(), line.price(), line.days().traded());
    }

    /** Lines of both sides that have the same key; neither is empty. */
    private interface Meeting {
        void of(List<TradeLine> mine, List<TradeLine> theirs);
    }
}
