package dev.primegate.submit;

import dev.primegate.breaks.Break;
import dev.primegate.breaks.BreakLog;
import dev.primegate.broker.AccountMaster;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.MarginState;
import dev.primegate.ledger.Margins;
import dev.primegate.order.Account;
import dev.primegate.report.BreakSummary;
import dev.primegate.report.MarginUsage;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Reports of how we stand with brokers: margin, and differences between the books. */
@Singleton
class StandingDesk {
    /** More breaks of an account than anybody works through. */
    private static final int MOST = 1_000;

    private final AccountMaster accounts;
    private final Margins margins;
    private final BreakLog breaks;

    StandingDesk(AccountMaster accounts, Margins margins, BreakLog breaks) {
        this.accounts = accounts;
        this.margins = margins;
        this.breaks = breaks;
    }

    /** What brokers of the caller's accounts said last; of a model none spoke of, nothing. */
    MarginUsage margin(Caller caller, LocalDate day) {
        return new MarginUsage(
                day,
                brokers(caller).stream()
                        .flatMap(broker ->
                                Arrays.stream(MarginState.Model.values())
                                        .flatMap(model -> margins.last(broker, model).stream())
                                        .map(state -> new MarginUsage.Use(broker, state)))
                        .toList());
    }

    BreakSummary breaks(Caller caller, List<Account> of, LocalDate day) {
        List<Break> found = new ArrayList<>();
        for (Account account : of) {
            for (boolean closed : new boolean[] {false, true}) {
                List<Break> some =
                        breaks.list(caller.tenant(), account, new BreakLog.Query(closed, MOST));
                if (some.size() >= MOST && !reaches(some.getLast(), day)) {
                    throw TradeDesk.tooLarge("%d breaks since that day".formatted(MOST));
                }
                found.addAll(some);
            }
        }
        return BreakSummary.of(day, found);
    }

    /** Whether all that were found since {@code day}, wherever it began, come before this one. */
    private static boolean reaches(Break last, LocalDate day) {
        return last.opened().isBefore(day.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private List<BrokerId> brokers(Caller caller) {
        return accounts.all().stream()
                .filter(record -> record.tenant().equals(caller.tenant()))
                .filter(record ->
                        caller.has(Role.BOOKS) || caller.accounts().contains(record.account()))
                .flatMap(record -> record.brokers().stream())
                .map(there -> there.broker())
                .distinct()
                .sorted(Comparator.comparing(BrokerId::name))
                .toList();
    }
}
