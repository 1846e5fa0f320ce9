package dev.primegate.recon;

import dev.primegate.breaks.Finding;
import dev.primegate.breaks.Gravity;
import dev.primegate.comparison.TradeReport;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a comparison came to, for a person: counts by cause, and the first breaks themselves. */
final class Summary {
    private final int show;
    private final SortedMap<String, Group> groups = new TreeMap<>();
    private final List<Finding> first = new ArrayList<>();
    private long breaks;
    private long grave;

    Summary(int show) {
        this.show = show;
    }

    /** Breaks of one cause, and what they may cost by asset. */
    private static final class Group {
        private final SortedMap<Asset, Decimal10> atStake = new TreeMap<>();
        private long count;
    }

    void add(Finding finding) {
        breaks++;
        grave += finding.gravity() == Gravity.HIGH ? 1 : 0;
        Group group = groups.computeIfAbsent(finding.cause().code(), _ -> new Group());
        group.count++;
        group.atStake.merge(finding.atStake().asset(), finding.atStake().amount(), Decimal10::plus);
        if (first.size() < show) {
            first.add(finding);
        }
    }

    boolean isGreen(TradeReport report) {
        return breaks == 0 && report.isWhole();
    }

    String text(LocalDate day, TradeReport report) {
        StringBuilder text = new StringBuilder();
        line(text, "day        %s".formatted(day));
        line(text, "ours       %d rows".formatted(report.ours()));
        line(text, "broker's   %d rows".formatted(report.brokers()));
        line(text, "matched    %d".formatted(report.matched()));
        line(text, "breaks     %d, of which %d grave".formatted(breaks, grave));
        if (!report.isWhole()) {
            line(
                    text,
                    "NOT WHOLE  %d rows have nothing in common and were not compared"
                            .formatted(report.uncompared()));
        }
        if (breaks > 0) {
            line(text, "%n%-18s %8s  %s".formatted("cause", "breaks", "at stake"));
            groups.forEach((cause, group) ->
                    line(text, "%-18s %8d  %s".formatted(cause, group.count, sums(group))));
        }
        if (!first.isEmpty()) {
            line(text, "%n%-24s %-18s %s".formatted("trade", "cause", "at stake; what to do"));
            first.forEach(one ->
                    line(
                            text,
                            "%-24s %-18s %s; %s"
                                    .formatted(
                                            one.key(),
                                            one.cause().code(),
                                            one.atStake(),
                                            one.cause().action())));
        }
        if (breaks > first.size()) {
            line(text, "and %d more".formatted(breaks - first.size()));
        }
        return text.toString();
    }

    private static String sums(Group group) {
        return String.join(
                ", ",
                group.atStake.entrySet().stream()
                        .map(sum -> sum.getValue() + " " + sum.getKey())
                        .toList());
    }

    private static void line(StringBuilder text, String words) {
        text.append(words).append('\n');
    }
}
