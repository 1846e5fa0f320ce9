package dev.primegate.comparison;

import dev.primegate.breaks.Evidence;
import dev.primegate.breaks.Evidence.Difference;
import dev.primegate.statement.TradeLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Trades as rows of evidence. */
final class Rows {
    private Rows() {}

    /** Both sides; the fields that differ are named where there is one row of each. */
    static Evidence of(List<TradeLine> ours, List<TradeLine> brokers) {
        List<Evidence.Row> left = ours.stream().map(Rows::row).toList();
        List<Evidence.Row> right = brokers.stream().map(Rows::row).toList();
        List<Difference> differences =
                left.size() == 1 && right.size() == 1
                        ? differences(left.getFirst().fields(), right.getFirst().fields())
                        : List.of();
        return Evidence.of(left, right, differences);
    }

    private static List<Difference> differences(
            Map<String, String> ours, Map<String, String> brokers) {
        TreeSet<String> names = new TreeSet<>(ours.keySet());
        names.addAll(brokers.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            String left = ours.getOrDefault(name, "");
            String right = brokers.getOrDefault(name, "");
            if (!left.equals(right)) {
                differences.add(new Difference(name, left, right));
            }
        }
        return differences;
    }

    private static Evidence.Row row(TradeLine line) {
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put("account", line.account());
        fields.put("tradeId", line.id());
        line.order().ifPresent(order -> fields.put("order", order));
        fields.put("instrument", line.instrument().key());
        fields.put("side", line.side().name());
        fields.put("quantity", line.quantity().toString());
        fields.put("price", line.price().toString());
        fields.put("currency", line.currency().code());
        line.fee().ifPresent(fee -> fields.put("fee", fee.toString()));
        fields.put("tradeDate", line.days().traded().toString());
        line.days().settles().ifPresent(day -> fields.put("settleDate", day.toString()));
        line.days().time().ifPresent(time -> fields.put("time", time.toString()));
        fields.put("busted", Boolean.toString(line.busted()));
        return new Evidence.Row(line.origin().source(), line.origin().line(), fields);
    }
}
