package dev.primegate.report;

import dev.primegate.instrument.Symbol;
import dev.primegate.instrument.SymbolMaster;
import dev.primegate.ledger.Cost;
import dev.primegate.ledger.Line;
import dev.primegate.ledger.PositionId;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.money.Money;
import dev.primegate.order.ExecId;
import dev.primegate.risk.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Profit and loss by instrument, as it stood when a day ended in UTC: worked out from the tape, so
 * that the same day gives the same figures whenever it is asked for, unless late news came.
 */
public record ProfitStatement(LocalDate day, List<ProfitLine> lines) {
    public ProfitStatement {
        lines = List.copyOf(lines);
    }

    /**
     * From the tapes of accounts.
     *
     * @param marks the price of what is held, where it is known
     */
    public static ProfitStatement of(
            LocalDate day,
            Collection<? extends Line> tape,
            SymbolMaster symbols,
            Function<PositionId, Optional<ProfitLine.Mark>> marks) {
        Instant begins = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant ends = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Map<PositionId, List<Line>> positions =
                tape.stream()
                        .filter(line -> line.at().isBefore(ends))
                        .sorted(
                                Comparator.comparing((Line line) -> line.position().toString())
                                        .thenComparing(Line.BY_TIME))
                        .collect(
                                Collectors.groupingBy(
                                        Line::position, LinkedHashMap::new, Collectors.toList()));
        return new ProfitStatement(
                day,
                positions.entrySet().stream()
                        .map(entry ->
                                line(
                                        entry.getKey(),
                                        symbols.get(entry.getKey().symbol()).quote(),
                                        entry.getValue(),
                                        begins,
                                        marks.apply(entry.getKey())))
                        .toList());
    }

    /** The same, marked by the prices of {@code marks}; where one is lacking, by none. */
    public static ProfitStatement of(
            LocalDate day, List<Line> tape, SymbolMaster symbols, Map<Symbol, Reference> marks) {
        return of(
                day,
                tape,
                symbols,
                position ->
                        Optional.ofNullable(marks.get(position.symbol()))
                                .map(mark -> new ProfitLine.Mark(mark.price(), mark.at())));
    }

    private static ProfitLine line(
            PositionId position,
            Asset currency,
            List<Line> lines,
            Instant begins,
            Optional<ProfitLine.Mark> mark) {
        Cost cost = Cost.of(lines);
        Cost before = Cost.of(lines.stream().filter(l -> l.at().isBefore(begins)).toList());
        List<Line> counted = counted(lines);
        SortedMap<Asset, Decimal10> fees = new TreeMap<>();
        counted.stream()
                .flatMap(l -> fee(l).stream())
                .forEach(fee -> fees.merge(fee.asset(), fee.amount(), Decimal10::plus));
        return new ProfitLine(
                position,
                currency,
                cost,
                cost.realised().minus(before.realised()),
                counted.stream().map(ProfitStatement::cash).reduce(Decimal10.ZERO, Decimal10::plus),
                fees,
                mark);
    }

    /** What stands: no trade that was taken back, whenever it was told. */
    private static List<Line> counted(List<Line> lines) {
        Set<ExecId> undone =
                lines.stream()
                        .flatMap(line ->
                                line instanceof Line.Undone u ? Stream.of(u.execId()) : Stream.of())
                        .collect(Collectors.toSet());
        return lines.stream()
                .filter(line ->
                        switch (line) {
                            case Line.Traded t ->
                                    t.counted() && !undone.contains(t.execution().id());
                            case Line.Undone _ -> false;
                            case Line.Journaled _ -> true;
                        })
                .toList();
    }

    private static Decimal10 cash(Line line) {
        return switch (line) {
            case Line.Traded t ->
                    switch (t.execution().side()) {
                        case BUY -> t.execution().value().negated();
                        case SELL, SELL_SHORT -> t.execution().value();
                    };
            case Line.Undone _ -> Decimal10.ZERO;
            case Line.Journaled entry -> entry.value().negated();
        };
    }

    private static Optional<Money> fee(Line line) {
        return switch (line) {
            case Line.Traded t -> t.execution().fee();
            case Line.Undone _ -> Optional.empty();
            case Line.Journaled entry -> entry.fee();
        };
    }

    public Table table() {
        List<Table.Column> columns =
                Stream.of(
                                Table.Column.text("account", "broker", "symbol", "currency"),
                                Table.Column.figures(
                                        "quantity",
                                        "averageCost",
                                        "cost",
                                        "mark",
                                        "value",
                                        "cash",
                                        "realisedPnl",
                                        "realisedPnlThatDay",
                                        "unrealisedPnl",
                                        "totalPnl"),
                                Table.Column.text("markedAt", "fees"))
                        .flatMap(List::stream)
                        .toList();
        return new Table("pnl-" + day, columns, lines.stream().map(ProfitStatement::row).toList());
    }

    private static List<String> row(ProfitLine line) {
        return List.of(
                line.position().account().name(),
                line.position().broker().name(),
                line.position().symbol().text(),
                line.currency().code(),
                line.cost().quantity().toString(),
                text(line.cost().average()),
                line.cost().cost().toString(),
                text(line.mark().map(ProfitLine.Mark::price)),
                text(line.value()),
                line.cash().toString(),
                line.cost().realised().toString(),
                line.realisedThatDay().toString(),
                text(line.unrealised()),
                text(line.total()),
                text(line.mark().map(ProfitLine.Mark::at)),
                line.fees().entrySet().stream()
                        .map(fee -> fee.getValue() + " " + fee.getKey())
                        .collect(Collectors.joining("; ")));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
