package dev.primegate.reconcile;

import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.AccountRecord;
import dev.primegate.broker.BrokerAccount;
import dev.primegate.instrument.BrokerId;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import dev.primegate.report.ReportStore;
import dev.primegate.report.Table;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Writes the reports of the days that have ended in UTC as files, for each tenant; again as long as
 * late news may change them.
 */
@Singleton
class WriteReports {
    private static final Logger LOG = Logger.getLogger(WriteReports.class);

    private final AccountMaster accounts;
    private final TradeTables trades;
    private final StandingTables standing;
    private final Shelf shelf;
    private final Clock clock;

    WriteReports(
            AccountMaster accounts,
            TradeTables trades,
            StandingTables standing,
            Shelf shelf,
            Clock clock) {
        this.accounts = accounts;
        this.trades = trades;
        this.standing = standing;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** Where files go, if they go anywhere, and how many days back. */
    @Singleton
    static class Shelf {
        private final ReportStore store;
        private final boolean open;
        private final int days;

        Shelf(ReportStore store, ReportsConfig config, BooksConfig books) {
            this.store = store;
            this.open = config.bucket().isPresent() || config.folder().isPresent();
            this.days = books.days();
        }
    }

    /**
     * Begins nothing after {@code deadline}.
     *
     * @throws IllegalStateException if a report could not be written; the others were
     */
    Tally write(Instant deadline) {
        Tally tally = Tally.NONE;
        if (!shelf.open) {
            return tally;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        SortedMap<String, List<AccountRecord>> tenants =
                accounts.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        account -> account.tenant().name(),
                                        TreeMap::new,
                                        Collectors.toList()));
        for (var tenant : tenants.entrySet()) {
            for (int back = 1; back <= shelf.days; back++) {
                if (!clock.instant().isBefore(deadline)) {
                    return tally;
                }
                tally =
                        tally.plus(
                                write(
                                        new Tenant(tenant.getKey()),
                                        tenant.getValue(),
                                        today.minusDays(back)));
            }
        }
        if (tally.failed() > 0) {
            throw new IllegalStateException(
                    "%d reports were not written".formatted(tally.failed()));
        }
        return tally;
    }

    private Tally write(Tenant tenant, List<AccountRecord> records, LocalDate day) {
        List<Account> own = records.stream().map(AccountRecord::account).toList();
        List<BrokerId> brokers =
                records.stream()
                        .flatMap(record -> record.brokers().stream())
                        .map(BrokerAccount::broker)
                        .distinct()
                        .sorted()
                        .toList();
        return Stream.<Supplier<Table>>of(
                        () -> trades.blotter(tenant, own, day),
                        () -> trades.profit(tenant, own, day),
                        () -> standing.margin(brokers, day),
                        () -> standing.rates(brokers, day),
                        () -> standing.recon(tenant, own, day))
                .map(table -> write(tenant, day, table))
                .reduce(Tally.NONE, Tally::plus, Tally::plus);
    }

    private Tally.Outcome write(Tenant tenant, LocalDate day, Supplier<Table> table) {
        try {
            return shelf.store.keep(tenant, day, table.get())
                    ? Tally.Outcome.MOVED
                    : Tally.Outcome.AGREES;
        } catch (RuntimeException e) {
            LOG.errorf(e, "tenant=%s day=%s event=report-not-written", tenant, day);
            return Tally.Outcome.FAILED;
        }
    }
}
