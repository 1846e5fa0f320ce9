package dev.primegate.comparison;

import dev.primegate.breaks.Cause;
import dev.primegate.breaks.Party;
import dev.primegate.money.Decimal10;
import dev.primegate.statement.TradeLine;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares the lines of both books that carry one execution id: busts first, then doubled lines,
 * then the trade itself.
 */
final class SameId {
    private final SameTrade trade;
    private final Findings findings;

    SameId(SameTrade trade, Findings findings) {
        this.trade = trade;
        this.findings = findings;
    }

    /**
     * Tells of every difference; neither side is empty.
     *
     * @return whether there is none
     */
    boolean compare(String id, List<TradeLine> ours, List<TradeLine> brokers) {
        boolean oursBusted = isBusted(ours);
        boolean brokersBusted = isBusted(brokers);
        if (oursBusted != brokersBusted) {
            List<TradeLine> counted = oursBusted ? brokers : ours;
            findings.add(
                    id,
                    new Cause.BustNotApplied(oursBusted ? Party.BROKERS : Party.OURS),
                    ours,
                    brokers,
                    Groups.value(counted));
            return false;
        }
        if (oursBusted) {
            return true;
        }
        if (brokers.size() > ours.size() && isDoubled(ours, brokers)) {
            return doubled(id, Party.BROKERS, ours, brokers);
        }
        if (ours.size() > brokers.size() && isDoubled(brokers, ours)) {
            return doubled(id, Party.OURS, ours, brokers);
        }
        return trade.compare(id, ours, brokers);
    }

    /** A line that takes the trade back counts against all lines of its id. */
    static boolean isBusted(List<TradeLine> lines) {
        return lines.stream().anyMatch(TradeLine::busted);
    }

    /** One line here, the very same several times there: not a block and its parts. */
    private static boolean isDoubled(List<TradeLine> once, List<TradeLine> often) {
        return once.size() == 1
                && Groups.areAlike(often)
                && once.getFirst().quantity().equals(often.getFirst().quantity())
                && once.getFirst().side() == often.getFirst().side();
    }

    private boolean doubled(String id, Party by, List<TradeLine> ours, List<TradeLine> brokers) {
        List<TradeLine> often = by == Party.OURS ? ours : brokers;
        Decimal10 surplus =
                Stream.iterate(often.getFirst().value(), value -> value)
                        .limit(often.size() - 1L)
                        .reduce(Decimal10.ZERO, Decimal10::plus);
        findings.add(id, new Cause.Duplicate(by, often.size()), ours, brokers, surplus);
        // What the line itself says is compared once.
        var _ = trade.compare(id, ours.subList(0, 1), brokers.subList(0, 1));
        return false;
    }
}
