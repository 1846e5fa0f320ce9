package dev.primegate.comparison;

import dev.primegate.money.Asset;
import dev.primegate.statement.CashLine;
import dev.primegate.statement.JournalLine;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a broker's files say of the money of one account between the ends of two days.
 *
 * @param before balances at the end of {@code from}
 * @param after balances at the end of {@code until}
 * @param journal what moved them after {@code from} that is no trade; empty where no file tells
 */
public record CashDay(
        LocalDate from,
        LocalDate until,
        List<CashLine> before,
        List<CashLine> after,
        List<JournalLine> journal) {
    public CashDay {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("%s is not before %s".formatted(from, until));
        }
        before = List.copyOf(before);
        after = List.copyOf(after);
        journal = List.copyOf(journal);
    }

    /** Whether a statement tells of {@code asset}. */
    public boolean names(Asset asset) {
        return Stream.concat(before.stream(), after.stream())
                .anyMatch(line -> line.asset().equals(asset));
    }

    /** Whether {@code day} is after the one balance and not after the other. */
    boolean covers(LocalDate day) {
        return day.isAfter(from) && !day.isAfter(until);
    }
}
