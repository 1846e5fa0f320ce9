package dev.primegate.dynamodb;

import dev.primegate.ledger.Cost;
import dev.primegate.ledger.Holding;
import dev.primegate.ledger.Line;
import dev.primegate.ledger.Position;
import dev.primegate.ledger.PositionId;
import dev.primegate.order.Account;
import dev.primegate.order.ExecId;
import dev.primegate.order.Tenant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What positions cost, without reading their whole tapes each time. A mark says what a position had
 * cost after so many lines, up to one of them; from there the lines that follow are enough. Each
 * position counts its lines, so a line that came late, behind the mark, is noticed, and the whole
 * tape is read again. A mark is never more than that: without any, the answer is the same.
 */
@Singleton
class CostMarks {
    private static final int LINES = 100;

    private final Table table;
    private final int every;

    @Inject
    CostMarks(Table table) {
        this(table, LINES);
    }

    /**
     * Makes a mark once so many lines follow the last, and leaves as many behind it: news is late
     * by seconds, seldom by a hundred lines.
     */
    CostMarks(Table table, int every) {
        this.table = table;
        this.every = every;
    }

    /** Read again while lines are being added: then tape and positions do not say the same. */
    List<Holding> holdings(Tenant tenant, Account account) {
        List<Holding> holdings = look(tenant, account);
        for (int again = 0; again < 2 && !isWhole(holdings); again++) {
            holdings = look(tenant, account);
        }
        return holdings;
    }

    private static boolean isWhole(List<Holding> holdings) {
        return holdings.stream().allMatch(holding -> holding.cost().isPresent());
    }

    private List<Holding> look(Tenant tenant, Account account) {
        Map<String, Item> marks =
                table.query(Key.costs(tenant, account)).stream()
                        .collect(Collectors.toMap(item -> item.text("sk"), item -> item));
        List<Item> positions = table.query(Key.positions(tenant, account));
        String from =
                positions.stream()
                        .map(item -> Optional.ofNullable(marks.get(item.text("sk"))))
                        .map(mark -> mark.map(item -> item.text("through")).orElse(""))
                        .min(String::compareTo)
                        .orElse("");
        Tape tape = new Tape(tenant, account, from);
        return positions.stream()
                .map(item -> holding(item, Optional.ofNullable(marks.get(item.text("sk"))), tape))
                .toList();
    }

    private Holding holding(Item item, Optional<Item> mark, Tape tape) {
        Position position = PositionItem.read(item);
        String name = item.text("sk");
        Optional<Holding> quick =
                mark.flatMap(m -> {
                    List<Line> since = tape.of(name, m.text("through"));
                    return reachesBack(since)
                            ? Optional.empty()
                            : cost(position, m.number("lineCount"), read(m), since);
                });
        return quick.or(() -> cost(position, 0, Cost.NONE, tape.whole(name)))
                .orElse(new Holding(position, Optional.empty()));
    }

    /** Empty if lines are missing, or are there that the position had not counted yet. */
    private Optional<Holding> cost(Position position, long before, Cost start, List<Line> lines) {
        if (before + lines.size() != position.lines()) {
            return Optional.empty();
        }
        if (lines.size() >= 2 * every) {
            mark(before, start, lines.subList(0, lines.size() - every));
        }
        return Optional.of(new Holding(position, Optional.of(start.after(lines))));
    }

    private void mark(long before, Cost start, List<Line> lines) {
        Cost cost = start.after(lines);
        PositionId position = lines.getLast().position();
        table.put(
                Item.at(Key.cost(position))
                        .put("type", "COST")
                        .put("through", Key.line(lines.getLast()).sk())
                        .put("lineCount", before + lines.size())
                        .put("quantity", cost.quantity())
                        .put("cost", cost.cost())
                        .put("realised", cost.realised()));
    }

    private static Cost read(Item mark) {
        return new Cost(mark.decimal("quantity"), mark.decimal("cost"), mark.decimal("realised"));
    }

    /** Whether one of the lines takes back a trade that is not among them. */
    private static boolean reachesBack(List<Line> lines) {
        Set<ExecId> trades =
                lines.stream()
                        .filter(Line.Traded.class::isInstance)
                        .map(line -> ((Line.Traded) line).execution().id())
                        .collect(Collectors.toSet());
        return lines.stream()
                .filter(Line.Undone.class::isInstance)
                .map(Line.Undone.class::cast)
                .anyMatch(undone -> !trades.contains(undone.execId()));
    }

    /** The tape from some line on, and whole if it must be. */
    private final class Tape {
        private final Tenant tenant;
        private final Account account;
        private final List<Line> since;
        private Optional<List<Line>> whole = Optional.empty();

        Tape(Tenant tenant, Account account, String from) {
            this.tenant = tenant;
            this.account = account;
            this.since = read(from);
            if (from.isEmpty()) {
                whole = Optional.of(since);
            }
        }

        List<Line> of(String position, String after) {
            return since.stream()
                    .filter(line -> Key.position(line.position()).sk().equals(position))
                    .filter(line -> Key.line(line).sk().compareTo(after) > 0)
                    .toList();
        }

        List<Line> whole(String position) {
            List<Line> all = whole.orElseGet(() -> read(""));
            whole = Optional.of(all);
            return all.stream()
                    .filter(line -> Key.position(line.position()).sk().equals(position))
                    .toList();
        }

        private List<Line> read(String from) {
            return table.query(Key.tape(tenant, account), from + " ", Key.LAST).stream()
                    .map(LineItem::read)
                    .toList();
        }
    }
}
