package dev.primegate.reconcile;

import dev.primegate.broker.AccountRecord;
import dev.primegate.comparison.CashComparison;
import dev.primegate.comparison.CashRehearsal;
import dev.primegate.comparison.HoldingComparison;
import dev.primegate.comparison.HoldingRehearsal;
import dev.primegate.comparison.Rehearsal;
import dev.primegate.comparison.TransferRehearsal;
import dev.primegate.instrument.BrokerId;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Plants breaks in copies of what was held and paid on a day, and in what a chain might say. */
@Singleton
class RehearseStanding implements BookRehearsal {
    private final OurBooks ours;
    private final OurCash cash;
    private final Worths worths;

    RehearseStanding(OurBooks ours, OurCash cash, Worths worths) {
        this.ours = ours;
        this.cash = cash;
        this.worths = worths;
    }

    @Override
    public List<Rehearsal.Failure> rehearse(AccountRecord account, BrokerId broker, LocalDate day) {
        return Stream.of(
                        HoldingRehearsal.on(
                                ours.holdings(account, broker, day),
                                new HoldingComparison(worths.highStake(), worths::ofSymbol)),
                        CashRehearsal.on(
                                day,
                                cash.flows(account, broker, day.minusDays(1), day),
                                new CashComparison(worths.highStake())),
                        TransferRehearsal.on(worths.highStake()))
                .flatMap(List::stream)
                .toList();
    }
}
