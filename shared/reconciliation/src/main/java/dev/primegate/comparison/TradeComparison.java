package dev.primegate.comparison;

import dev.primegate.breaks.Finding;
import dev.primegate.statement.TradeLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Compares the trades of a broker's book with ours.
 *
 * <p>Most rows are the same in both, so each book is read once for its {@link Prints}: rows that
 * are the same row for row and id for id are done with then, at a cost and a memory that do not
 * depend on how many there are. Every other id is read again, with all its rows, and compared in
 * full.
 */
public final class TradeComparison {
    /** Rows compared at a time. */
    private static final int BATCH = 50_000;

    /** Rows of a side that may stand alone before the books count as having little in common. */
    private static final int MOST_LEFT = 250_000;

    private final TradeRules rules;
    private final Prints points;
    private final int batch;

    public TradeComparison(TradeRules rules, RandomGenerator random) {
        this(rules, random, BATCH);
    }

    TradeComparison(TradeRules rules, RandomGenerator random, int batch) {
        this.rules = rules;
        this.points = Prints.drawn(random);
        this.batch = batch;
    }

    /** Tells {@code found} of every difference. */
    public TradeReport compare(Trades ours, Trades brokers, Consumer<Finding> found) {
        Ids ids = new Ids();
        TradeReport printed = print(ids, ours, brokers);
        Detail detail = new Detail(new Findings(rules, found));
        detail.compare(ours, brokers, ids.uncleanIds(), ids.unclean());
        return printed.plus(new TradeReport(0, 0, detail.matched, detail.uncompared));
    }

    /**
     * Takes out what agrees, which is nearly all, and compares nothing else: what is left of every
     * {@link Part} is for {@link #gather}, since a block may have its parts under other ids.
     */
    public Residue sift(Trades ours, Trades brokers) {
        Ids ids = new Ids();
        TradeReport printed = print(ids, ours, brokers);
        IdSet unclean = ids.uncleanIds();
        return new Residue(
                printed,
                ours.pick(points, unclean::contains),
                brokers.pick(points, unclean::contains));
    }

    /**
     * Tells of every difference of two books of which each part was sifted, as {@link #compare}.
     */
    public TradeReport gather(List<Residue> parts, Consumer<Finding> found) {
        List<TradeLine> ours = parts.stream().flatMap(part -> part.ours().stream()).toList();
        List<TradeLine> brokers = parts.stream().flatMap(part -> part.brokers().stream()).toList();
        TradeReport left = compare(Trades.of(ours), Trades.of(brokers), found);
        return parts.stream()
                .map(Residue::report)
                .reduce(
                        new TradeReport(0, 0, left.matched(), left.uncompared()),
                        TradeReport::plus);
    }

    /** The rows of both books, and how many of ours agree id for id. */
    private TradeReport print(Ids ids, Trades ours, Trades brokers) {
        long[] rows = new long[2];
        ours.print(
                points,
                row -> {
                    ids.ours(row);
                    rows[0]++;
                });
        brokers.print(
                points,
                row -> {
                    ids.brokers(row);
                    rows[1]++;
                });
        return new TradeReport(rows[0], rows[1], ids.clean(), 0);
    }

    /** What prints do not settle. */
    private final class Detail {
        private final Findings findings;
        private final SameTrade trade;
        private final List<TradeLine> ours = new ArrayList<>();
        private final List<TradeLine> brokers = new ArrayList<>();
        private long matched;
        private long uncompared;

        Detail(Findings findings) {
            this.findings = findings;
            this.trade = new SameTrade(rules, findings);
        }

        void compare(Trades left, Trades right, IdSet unclean, long rows) {
            int parts = (int) Math.ceilDiv(rows, batch);
            for (int part = 0; part < parts; part++) {
                int mine = part;
                LongPredicate wanted =
                        id -> Long.remainderUnsigned(id, parts) == mine && unclean.contains(id);
                byId(left.pick(points, wanted), right.pick(points, wanted));
            }
            // In an order that no batch and no part of a day changes: of lines that are alike it
            // decides which is left.
            ours.sort(Comparator.comparing(TradeLine::id));
            brokers.sort(Comparator.comparing(TradeLine::id));
            matched += new Leftovers(rules, trade, findings, ours, brokers).compare();
        }

        private void byId(List<TradeLine> left, List<TradeLine> right) {
            SameId sameId = new SameId(trade, findings);
            Map<String, List<TradeLine>> theirs = group(right);
            group(left)
                    .forEach((id, mine) -> {
                        List<TradeLine> others = theirs.getOrDefault(id, List.of());
                        theirs.remove(id);
                        if (others.isEmpty()) {
                            alone(mine, ours);
                        } else if (sameId.compare(id, mine, others)) {
                            matched += mine.size();
                        }
                    });
            theirs.values().forEach(lines -> alone(lines, brokers));
        }

        /** A trade that one side alone knows, and took back, is nobody's. */
        private void alone(List<TradeLine> lines, List<TradeLine> side) {
            if (SameId.isBusted(lines)) {
                return;
            }
            if (side.size() + lines.size() > MOST_LEFT) {
                uncompared += lines.size();
            } else {
                side.addAll(lines);
            }
        }

        private static Map<String, List<TradeLine>> group(List<TradeLine> lines) {
            return lines.stream()
                    .collect(
                            Collectors.groupingBy(
                                    TradeLine::id, LinkedHashMap::new, Collectors.toList()));
        }
    }
}
