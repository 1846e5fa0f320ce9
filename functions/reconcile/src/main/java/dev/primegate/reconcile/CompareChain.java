package dev.primegate.reconcile;

import dev.primegate.breaks.BreakScope;
import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.Fetched;
import dev.primegate.broker.TransactionReports;
import dev.primegate.broker.Transfer;
import dev.primegate.money.Decimal10;
import dev.primegate.order.Digest;
import dev.primegate.reconcile.chain.ChainComparison;
import dev.primegate.reconcile.chain.ChainsConfig;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Asks chains whether what brokers say they sent and received there is there. */
@Singleton
class CompareChain {
    private static final Logger LOG = Logger.getLogger(CompareChain.class);
    private static final String WHAT = "transfers";

    private final Brokers<TransactionReports> brokers;
    private final AccountMaster accounts;
    private final ChainComparison chains;
    private final DayRounds rounds;
    private final int days;
    private final Decimal10 highStake;
    private final Clock clock;

    CompareChain(
            Brokers<TransactionReports> brokers,
            AccountMaster accounts,
            ChainComparison chains,
            DayRounds rounds,
            ChainsConfig config,
            BooksConfig books,
            Clock clock) {
        this.brokers = brokers;
        this.accounts = accounts;
        this.chains = chains;
        this.rounds = rounds;
        this.days = config.days();
        this.highStake = Decimal10.exactly(books.highStake());
        this.clock = clock;
    }

    /** Does nothing where no chain is configured; a broker that fails is told, and others go on. */
    Tally compare(Instant deadline) {
        Tally tally = Tally.NONE;
        if (!chains.isOn()) {
            return tally;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (TransactionReports broker : brokers.all()) {
            if (!clock.instant().isBefore(deadline)) {
                return tally;
            }
            try {
                tally = tally.plus(compare(broker, today, deadline));
            } catch (RuntimeException e) {
                LOG.errorf(e, "broker=%s event=%s-not-compared", broker.broker(), WHAT);
                tally =
                        tally.plus(
                                rounds.failed(
                                        broker.broker(),
                                        today,
                                        WHAT,
                                        e.getClass().getSimpleName()));
            }
        }
        return tally;
    }

    private Tally compare(TransactionReports reports, LocalDate today, Instant deadline) {
        Instant from = today.minusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
        return switch (reports.transfers(from)) {
            case Fetched.Failed<List<Transfer>>(String why) ->
                    rounds.failed(reports.broker(), today, WHAT, why);
            case Fetched.Whole<List<Transfer>>(List<Transfer> all, Instant at) -> {
                Optional<AccountRecord> home = accounts.homeOfOrphans(reports.broker());
                if (home.isEmpty()) {
                    yield rounds.failed(
                            reports.broker(), today, WHAT, "nobody knows whose account it is");
                }
                Tally tally = Tally.NONE;
                for (LocalDate day = today.minusDays(days);
                        !day.isAfter(today) && clock.instant().isBefore(deadline);
                        day = day.plusDays(1)) {
                    tally = tally.plus(compare(scope(home.get(), reports, day), all, at));
                }
                yield tally;
            }
        };
    }

    /** A day of which one transfer could not be asked for is written down by the next run. */
    private Tally compare(BreakScope scope, List<Transfer> all, Instant at) {
        ChainComparison.Result result = chains.compare(all, scope.day(), highStake);
        if (!result.unanswered().isEmpty()) {
            return rounds.failed(scope.broker(), scope.day(), WHAT, result.unanswered().getFirst());
        }
        String id =
                Digest.hex(
                        all.stream()
                                .filter(t -> ChainComparison.begun(t).equals(scope.day()))
                                .toList()
                                .toString(),
                        result.findings().toString());
        return Tally.NONE.plus(rounds.breaks().keep(scope, id, at, result.findings()));
    }

    private static BreakScope scope(AccountRecord home, TransactionReports reports, LocalDate day) {
        return new BreakScope(
                home.tenant(), home.account(), reports.broker(), BreakScope.Subject.TRANSFERS, day);
    }
}
