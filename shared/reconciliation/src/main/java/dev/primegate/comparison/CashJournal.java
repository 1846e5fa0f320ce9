package dev.primegate.comparison;

import dev.primegate.breaks.Cause;
import dev.primegate.breaks.Evidence;
import dev.primegate.breaks.Finding;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.statement.JournalLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a broker booked in its journal, held against ours. What we booked too is done with; of two
 * lines that are one conversion nothing is owed; of every other line somebody must hear, because
 * the next day's balance carries it on as if it had always been there.
 */
final class CashJournal {
    private final List<JournalLine> unbooked;
    private final List<JournalLine> converted = new ArrayList<>();

    private CashJournal(List<JournalLine> unbooked) {
        this.unbooked = unbooked;
    }

    static CashJournal of(CashDay day, List<CashFlow> flows) {
        List<Money> ours =
                new ArrayList<>(
                        flows.stream()
                                .filter(flow -> flow.kind() == CashFlow.Kind.JOURNAL)
                                .filter(flow -> day.covers(flow.traded()))
                                .map(CashFlow::amount)
                                .toList());
        List<JournalLine> left = new ArrayList<>();
        for (JournalLine line : day.journal()) {
            if (line.amount().isPresent()
                    && day.covers(line.day())
                    && !ours.remove(line.amount().get())) {
                left.add(line);
            }
        }
        CashJournal journal = new CashJournal(left);
        journal.pairConversions();
        return journal;
    }

    /** What explains that the broker's balances moved and ours did not. */
    List<Explanation> explained() {
        List<Explanation> explained = new ArrayList<>();
        converted.forEach(line -> explained.add(explain(Explanation.Kind.CONVERSION, line)));
        unbooked.forEach(line ->
                explained.add(
                        explain(
                                isCharge(line) ? Explanation.Kind.FEE : Explanation.Kind.JOURNAL,
                                line)));
        return explained;
    }

    /** One for each line that nobody booked here. */
    List<Finding> findings(Decimal10 highStake) {
        Map<String, Integer> times = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (JournalLine line : unbooked) {
            Money moved = amount(line);
            String key = "%s %s".formatted(reference(line), moved);
            int time = times.merge(key, 1, Integer::sum);
            Money stake = new Money(absolute(moved.amount()), moved.asset());
            Cause cause =
                    isCharge(line)
                            ? new Cause.FeeNotBooked(
                                    new Money(Decimal10.ZERO, moved.asset()), stake)
                            : new Cause.Unknown("journal");
            findings.add(
                    new Finding(
                            time == 1 ? key : key + " #" + time,
                            cause,
                            Evidence.of(List.of(), List.of(row(line)), List.of()),
                            stake,
                            Gravities.of(cause, stake.amount(), highStake)));
        }
        return findings;
    }

    /** Two lines of one day and one wording, one paid and one received in another asset. */
    private void pairConversions() {
        for (JournalLine paid : List.copyOf(unbooked)) {
            List<JournalLine> others =
                    unbooked.stream().filter(line -> isOneConversion(paid, line)).toList();
            // Two candidates are none.
            if (others.size() == 1) {
                converted.add(paid);
                converted.add(others.getFirst());
                unbooked.remove(paid);
                unbooked.remove(others.getFirst());
            }
        }
    }

    private static boolean isOneConversion(JournalLine paid, JournalLine received) {
        Money out = amount(paid);
        Money in = amount(received);
        return out.amount().signum() < 0
                && in.amount().signum() > 0
                && !out.asset().equals(in.asset())
                && reference(paid).equals(reference(received));
    }

    private static boolean isCharge(JournalLine line) {
        return amount(line).amount().signum() < 0;
    }

    private static Explanation explain(Explanation.Kind kind, JournalLine line) {
        Money moved = amount(line);
        return new Explanation(kind, moved.asset().code(), moved.amount(), reference(line));
    }

    private static Money amount(JournalLine line) {
        return line.amount().orElseThrow();
    }

    private static String reference(JournalLine line) {
        return "%s %s %s".formatted(line.day(), line.kind(), line.memo()).strip();
    }

    private static Evidence.Row row(JournalLine line) {
        TreeMap<String, String> fields = new TreeMap<>();
        fields.put("account", line.account());
        fields.put("day", line.day().toString());
        fields.put("kind", line.kind());
        fields.put("memo", line.memo());
        fields.put("amount", amount(line).toString());
        return new Evidence.Row(line.origin().source(), line.origin().line(), fields);
    }

    static Decimal10 absolute(Decimal10 amount) {
        return amount.signum() < 0 ? amount.negated() : amount;
    }
}
