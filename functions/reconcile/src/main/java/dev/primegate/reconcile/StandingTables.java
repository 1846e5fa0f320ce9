package dev.primegate.reconcile;

import dev.primegate.breaks.BreakLog;
import dev.primegate.broker.RateDays;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.Margins;
import dev.primegate.order.Account;
import dev.primegate.order.Tenant;
import dev.primegate.report.BreakSummary;
import dev.primegate.report.MarginUsage;
import dev.primegate.report.RateUsage;
import dev.primegate.report.Table;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;

/** How we stood with brokers on a day that has ended. */
@Singleton
class StandingTables {
    private static final int MOST = 10_000;

    private final BreakLog breaks;
    private final Margins margins;
    private final RateDays rates;

    StandingTables(BreakLog breaks, Margins margins, RateDays rates) {
        this.breaks = breaks;
        this.margins = margins;
        this.rates = rates;
    }

    Table recon(Tenant tenant, List<Account> accounts, LocalDate day) {
        return BreakSummary.of(breaks, tenant, accounts, day, MOST)
                .orElseThrow(() -> new IllegalStateException("more than %d breaks".formatted(MOST)))
                .table();
    }

    Table margin(List<BrokerId> brokers, LocalDate day) {
        return MarginUsage.ended(margins, brokers, day).table();
    }

    Table rates(List<BrokerId> brokers, LocalDate day) {
        return RateUsage.of(rates, brokers, day).table();
    }
}
