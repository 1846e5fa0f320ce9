package dev.primegate.report;

import dev.primegate.breaks.Break;
import dev.primegate.breaks.BreakLog;
import dev.primegate.breaks.BreakScope;
import dev.primegate.breaks.BreakState;
import dev.primegate.breaks.Gravity;
import dev.primegate.money.Asset;
import dev.primegate.money.Decimal10;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the comparisons of a day found, and how far it is dealt with. */
public record BreakSummary(LocalDate day, List<Row> rows) {
    public BreakSummary {
        rows = List.copyOf(rows);
    }

    /**
     * The breaks of one cause in one comparison.
     *
     * @param open those that nobody has explained yet, taken ones included
     * @param atStake what those that are not closed may cost together
     * @param gravest of those that are not closed, else of all
     */
    public record Row(
            BreakScope scope,
            String cause,
            Asset asset,
            long open,
            long explained,
            long closed,
            Decimal10 atStake,
            Gravity gravest,
            Instant oldest) {}

    /**
     * From the log, as it stands.
     *
     * @param most how many breaks of an account are looked at, open or closed, latest first
     * @return none if that day's may lie behind them
     */
    public static Optional<BreakSummary> of(
            BreakLog log, Tenant tenant, Collection<Account> accounts, LocalDate day, int most) {
        List<Break> found = new ArrayList<>();
        for (Account account : accounts) {
            for (boolean closed : new boolean[] {false, true}) {
                List<Break> some = log.list(tenant, account, new BreakLog.Query(closed, most));
                if (some.size() >= most && !reaches(some.getLast(), day)) {
                    return Optional.empty();
                }
                found.addAll(some);
            }
        }
        return Optional.of(of(day, found));
    }

    /** Whether all that were found since {@code day}, wherever it began, come before this one. */
    private static boolean reaches(Break last, LocalDate day) {
        return last.opened().isBefore(day.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Of those of {@code breaks} that are of the day; the others are left out. */
    public static BreakSummary of(LocalDate day, Collection<Break> breaks) {
        Map<String, List<Break>> groups =
                breaks.stream()
                        .filter(one -> one.scope().day().equals(day))
                        .collect(
                                Collectors.groupingBy(
                                        BreakSummary::group, TreeMap::new, Collectors.toList()));
        return new BreakSummary(day, groups.values().stream().map(BreakSummary::row).toList());
    }

    private static String group(Break one) {
        return String.join(
                "\n",
                one.scope().toString(),
                one.finding().cause().code(),
                one.finding().atStake().asset().code());
    }

    private static Row row(List<Break> group) {
        Break any = group.getFirst();
        List<Break> live = group.stream().filter(one -> !one.state().isClosed()).toList();
        return new Row(
                any.scope(),
                any.finding().cause().code(),
                any.finding().atStake().asset(),
                live.stream().filter(one -> one.state() != BreakState.EXPLAINED).count(),
                live.stream().filter(one -> one.state() == BreakState.EXPLAINED).count(),
                group.size() - (long) live.size(),
                live.stream()
                        .map(one -> one.finding().atStake().amount())
                        .reduce(Decimal10.ZERO, Decimal10::plus),
                (live.isEmpty() ? group : live)
                        .stream()
                                .map(one -> one.finding().gravity())
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                group.stream().map(Break::opened).min(Comparator.naturalOrder()).orElseThrow());
    }

    public Table table() {
        List<Table.Column> columns =
                Stream.of(
                                Table.Column.text("account", "broker", "subject", "cause"),
                                Table.Column.figures("open", "explained", "closed", "atStake"),
                                Table.Column.text("asset", "gravest", "oldest"))
                        .flatMap(List::stream)
                        .toList();
        return new Table("recon-" + day, columns, rows.stream().map(BreakSummary::cells).toList());
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.scope().account().name(),
                row.scope().broker().name(),
                row.scope().subject().name(),
                row.cause(),
                Long.toString(row.open()),
                Long.toString(row.explained()),
                Long.toString(row.closed()),
                row.atStake().toString(),
                row.asset().code(),
                row.gravest().name(),
                row.oldest().toString());
    }
}
