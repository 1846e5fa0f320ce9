package dev.primegate.settlement;

import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each currency brings and needs, day by day, on top of what is there now.
 *
 * @param rungs in the order of currencies and days; only days on which something moves
 */
public record SettlementLadder(List<Rung> rungs) {
    /**
     * One currency on one day.
     *
     * @param net what comes in less what goes out on that day
     * @param left what is there at its end, if nothing else happens; below zero is a shortfall
     */
    public record Rung(LocalDate day, Asset asset, Decimal10 net, Decimal10 left) {
        public boolean isShort() {
            return left.signum() < 0;
        }
    }

    /**
     * Adds up {@code obligations}; those of past days still count, because they were not met.
     *
     * @param available what is there now; a currency that is not named has nothing
     */
    public static SettlementLadder of(
            Collection<Obligation> obligations, Map<Asset, Decimal10> available) {
        SortedMap<String, SortedMap<LocalDate, Decimal10>> nets = new TreeMap<>();
        for (Obligation obligation : obligations) {
            Money money = obligation.amount();
            nets.computeIfAbsent(money.asset().code(), _ -> new TreeMap<>())
                    .merge(obligation.day(), money.amount(), Decimal10::plus);
        }
        List<Rung> rungs = new ArrayList<>();
        nets.forEach((code, days) -> {
            Asset asset = new Asset(code);
            Decimal10 left = available.getOrDefault(asset, Decimal10.ZERO);
            for (Map.Entry<LocalDate, Decimal10> day : days.entrySet()) {
                left = left.plus(day.getValue());
                rungs.add(new Rung(day.getKey(), asset, day.getValue(), left));
            }
        });
        return new SettlementLadder(List.copyOf(rungs));
    }

    /**
     * The shortfalls up to {@code day}, it included: asked with the next business day, a day ahead.
     */
    public List<Rung> shortUntil(LocalDate day) {
        return rungs.stream().filter(rung -> rung.isShort() && !rung.day().isAfter(day)).toList();
    }
}
