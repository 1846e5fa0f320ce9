package dev.primegate.submit;

import dev.primegate.breaks.BreakLog;
import dev.primegate.broker.AccountMaster;
import dev.primegate.broker.Brokers;
import dev.primegate.broker.OrderGateway;
import dev.primegate.broker.RateDays;
import dev.primegate.instrument.BrokerId;
import dev.primegate.ledger.Margins;
import dev.primegate.order.Account;
import dev.primegate.report.BreakSummary;
import dev.primegate.report.MarginUsage;
import dev.primegate.report.RateUsage;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Reports of how we stand with brokers: margin, rates, and differences between the books. */
@Singleton
class StandingDesk {
    /** More breaks of an account than anybody works through. */
    private static final int MOST = 1_000;

    private final AccountMaster accounts;
    private final Margins margins;
    private final BreakLog breaks;
    private final RateDays rates;
    private final Brokers<OrderGateway> gateways;

    StandingDesk(
            AccountMaster accounts,
            Margins margins,
            BreakLog breaks,
            RateDays rates,
            Brokers<OrderGateway> gateways) {
        this.accounts = accounts;
        this.margins = margins;
        this.breaks = breaks;
        this.rates = rates;
        this.gateways = gateways;
    }

    /**
     * What brokers of the caller's accounts last said on {@code day}; if that is today, what they
     * said last, whenever that was.
     */
    MarginUsage margin(Caller caller, LocalDate day, LocalDate today) {
        return day.equals(today)
                ? MarginUsage.now(margins, brokers(caller), day)
                : MarginUsage.ended(margins, brokers(caller), day);
    }

    /** Of every broker: an installation has one account there, whoever's orders go to it. */
    RateUsage rates(LocalDate day) {
        return RateUsage.of(rates, gateways.all().stream().map(OrderGateway::broker).toList(), day);
    }

    BreakSummary breaks(Caller caller, List<Account> of, LocalDate day) {
        return BreakSummary.of(breaks, caller.tenant(), of, day, MOST)
                .orElseThrow(() -> TradeDesk.tooLarge("%d breaks since that day".formatted(MOST)));
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
