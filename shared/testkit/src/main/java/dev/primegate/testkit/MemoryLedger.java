package dev.primegate.testkit;

import dev.primegate.ledger.Cost;
import dev.primegate.ledger.Holding;
import dev.primegate.ledger.Ledger;
import dev.primegate.ledger.Line;
import dev.primegate.ledger.Position;
import dev.primegate.ledger.TradePage;
import dev.primegate.ledger.Wanted;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tapes in memory; a position is their sum, worked out afresh each time. */
final class MemoryLedger implements Ledger {
    private final Map<String, List<Line>> tapes = new TreeMap<>();

    synchronized void write(Collection<? extends Line> lines) {
        for (Line line : lines) {
            tapes.computeIfAbsent(
                            key(line.position().tenant(), line.position().account()),
                            _ -> new ArrayList<>())
                    .add(line);
        }
    }

    /** The trade on this line is of an order of ours. */
    synchronized void relabel(Line.Traded line) {
        List<Line> tape = lines(line.position().tenant(), line.position().account());
        tape.replaceAll(old -> old.id().equals(line.id()) ? line : old);
    }

    @Override
    public synchronized List<Position> positions(Tenant tenant, Account account) {
        Map<String, Position> positions = new TreeMap<>();
        for (Line line : lines(tenant, account)) {
            positions.merge(
                    line.position().broker() + "#" + line.position().symbol(),
                    line.change(),
                    Position::plus);
        }
        return List.copyOf(positions.values());
    }

    @Override
    public synchronized List<Holding> holdings(Tenant tenant, Account account) {
        return positions(tenant, account).stream()
                .map(position ->
                        new Holding(position, Optional.of(cost(position, tenant, account))))
                .toList();
    }

    private Cost cost(Position position, Tenant tenant, Account account) {
        return Cost.of(
                lines(tenant, account).stream()
                        .filter(line -> line.position().broker().equals(position.broker()))
                        .filter(line -> line.position().symbol().equals(position.symbol()))
                        .toList());
    }

    @Override
    public synchronized List<Line> tape(Tenant tenant, Account account) {
        return lines(tenant, account).stream().sorted(Line.BY_TIME).toList();
    }

    @Override
    public synchronized TradePage trades(Wanted wanted, Optional<String> after, int limit) {
        List<Line> tape = tape(wanted.tenant(), wanted.account());
        List<TradePage.Trade> all =
                tape.stream()
                        .filter(Line.Traded.class::isInstance)
                        .map(Line.Traded.class::cast)
                        .filter(trade ->
                                !trade.at().isBefore(wanted.from())
                                        && trade.at().isBefore(wanted.until()))
                        .filter(wanted::takes)
                        .filter(trade -> !isAttachedElsewhere(trade, tape))
                        .map(trade -> new TradePage.Trade(trade, isBusted(trade, tape)))
                        .toList();
        int from = after.map(Integer::parseInt).orElse(0);
        int to = Math.min(from + limit, all.size());
        return new TradePage(
                all.subList(from, to),
                to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
    }

    private List<Line> lines(Tenant tenant, Account account) {
        return tapes.getOrDefault(key(tenant, account), new ArrayList<>());
    }

    private static boolean isBusted(Line.Traded trade, List<Line> tape) {
        return !trade.counted()
                || tape.stream().anyMatch(line -> undoes(line, trade, Line.Undone.Why.BUSTED));
    }

    private static boolean isAttachedElsewhere(Line.Traded trade, List<Line> tape) {
        return trade.order().isEmpty()
                && tape.stream().anyMatch(line -> undoes(line, trade, Line.Undone.Why.ATTACHED));
    }

    private static boolean undoes(Line line, Line.Traded trade, Line.Undone.Why why) {
        return line instanceof Line.Undone undone
                && undone.why() == why
                && undone.position().broker().equals(trade.position().broker())
                && undone.execId().equals(trade.execution().id());
    }

    private static String key(Tenant tenant, Account account) {
        return tenant + "/" + account;
    }
}
